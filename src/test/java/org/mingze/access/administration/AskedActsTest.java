package org.mingze.access.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
import org.mingze.access.Office;
import org.mingze.access.SignedIn;
import org.mingze.access.factor.Codes;
import org.mingze.web.Browser;

@DisplayName("账号上的事，先问再办")
class AskedActsTest {
    private static final String ACCOUNT = "p052";

    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("问了可以不办，按Esc也行；还任着岗位的，关账号以前写明是哪些")
    void leavesUndone() {
        Page page = mingze.administrator(Office.SYSTEM).get("/administration/accounts/" + ACCOUNT);
        for (Element asked : page.document().select("details.asking")) {
            assertThat(asked.select("a").eachText()).containsExactly("不办");
        }
        String posts = page.document().select("dt:contains(岗位) + dd").text();
        assertThat(posts).isNotEmpty();
        assertThat(page.text("details:has(form[action$=/close])"))
                .contains("他今天还任" + posts + "；要免的，另办任免。");
        assertThat(page.text("details:has(form[action$=/reset])")).doesNotContain("还任");
    }

    @Test
    @DisplayName("换一批恢复码先问；用过的恢复码，口令对了才说已用过")
    void recoveryCodes() {
        SignedIn who = new SignedIn(1, ACCOUNT, ACCOUNT, Office.OFFICIAL);
        List<String> codes = Codes.enrolled(mingze, who, Instant.now());
        try {
            Visitor own = Visitor.anonymous(mingze.address());
            Page second = own.signIn(ACCOUNT, mingze.passphrase());
            own.send(second, "form[action$=/code]", code(codes));
            assertThat(own.get("/account").text("details:has(form[action$=/recovery])"))
                    .contains("现在的恢复码都不能再用", "不办");
            leavesByEscape(codes.get(1));
            Visitor again = Visitor.anonymous(mingze.address());
            assertThat(again.signIn(ACCOUNT, codes.getFirst()).text("[role=alert]"))
                    .doesNotContain("已用过");
            Page refused =
                    again.send(
                            again.signIn(ACCOUNT, mingze.passphrase()),
                            "form[action$=/code]",
                            code(codes));
            assertThat(refused.text("main")).contains("这个恢复码已用过，每个只能用一次");
            Page unknown =
                    again.send(
                            refused, "form[action$=/code]", new Answers().put("code", "abcdefgh"));
            assertThat(unknown.text("main")).contains("动态码不对").doesNotContain("这个恢复码");
        } finally {
            Codes.dropped(mingze, who);
        }
    }

    private void leavesByEscape(String code) {
        try (Browser browser = Browser.start()) {
            com.microsoft.playwright.Page page = browser.window(1440, 900, false);
            page.navigate(mingze.address() + "/sign-in");
            page.fill("input[name=account]", ACCOUNT);
            page.fill("input[name=password]", mingze.passphrase());
            page.click("button:has-text('登录')");
            page.fill("#code", code);
            page.click("form[action='/sign-in/code'] button.is-main");
            page.navigate(mingze.address() + "/account");
            for (String way : List.of("Escape", "不办")) {
                page.click("details.asking summary");
                assertThat(page.isVisible(".asked button")).isTrue();
                if (way.equals("Escape")) {
                    page.keyboard().press(way);
                } else {
                    page.click(".asked a");
                }
                assertThat(page.isVisible(".asked button")).as(way).isFalse();
            }
        }
    }

    private static Answers code(List<String> codes) {
        return new Answers().put("code", codes.getFirst());
    }
}
