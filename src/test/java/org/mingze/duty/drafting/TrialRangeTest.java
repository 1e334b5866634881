package org.mingze.duty.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
import org.mingze.work.ChinaTime;

@DisplayName("试行的起止")
class TrialRangeTest {
    private final Visitor office = RunningMingze.shared().account("p008");
    private final LocalDate today = LocalDate.now(ChinaTime.ZONE);

    @Test
    @DisplayName("止还没有到的，只判到今天，没到的不算违或迟，页上写明；整段都没有到的不试，写明改成哪天")
    void judgesNoDayThatHasNotCome() {
        Page draft =
                office.send(
                        office.get("/institutions/party.centre.group"),
                        "form[action=/drafts]",
                        new Answers());
        String text = draft.document().select("textarea").val().replace("至少: 1", "至少: 2");
        Page sound = office.send(draft, "form:has(textarea)", new Answers().put("text", text));
        String trial =
                sound.document()
                        .select("#checks .acts a")
                        .get(0)
                        .attr("href")
                        .replaceAll("\\?.*", "");

        LocalDate quarter = today.plusMonths(3).withDayOfMonth(1);
        Page partly = office.get(trial + "?from=" + today + "&to=" + today.plusYears(1));
        assertThat(partly.text("main")).contains("判到" + today + "，").contains("此后的日子还没有到，不判");
        assertThat(partly.title()).doesNotContainPattern("其中[1-9]\\d*项成违或迟");

        Page ahead = office.get(trial + "?from=" + quarter + "&to=" + quarter.plusMonths(6));
        assertThat(ahead.status()).isEqualTo(422);
        assertThat(ahead.text("main")).contains("这一段还没有到").contains("把起改到" + today + "或以前");
    }
}
