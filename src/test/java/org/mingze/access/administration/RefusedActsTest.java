package org.mingze.access.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.access.Office;

@DisplayName("没有办成的，审计里也有")
class RefusedActsTest {
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("规矩不让办的一件：谁、要在哪一件上办什么、拒了")
    void refusedByRule() {
        Visitor clerk = mingze.account("p026");
        String dossier =
                clerk.get("/ledgers/rectification")
                        .document()
                        .select("tbody a[href^=/dossiers/]")
                        .attr("href");
        Answers answers = new Answers().put("seen", "0");
        assertThat(clerk.post(dossier + "/acceptance", answers).status()).isEqualTo(409);
        assertThat(told(dossier + "/acceptance")).contains("p026", "提交案卷", "拒：规矩或时候不许");
    }

    @Test
    @DisplayName("打开不归自己的，是访问")
    void refusedPage() {
        assertThat(mingze.account("p026").get("/administration/accounts?refused").status())
                .isEqualTo(403);
        assertThat(told("/administration/accounts")).contains("p026", "访问", "拒：这里只对管理员开放");
    }

    private String told(String address) {
        return mingze.administrator(Office.AUDIT)
                .get(
                        "/administration/trail?who=p026&find="
                                + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .text("tbody");
    }
}
