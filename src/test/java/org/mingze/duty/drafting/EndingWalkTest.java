package org.mingze.duty.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
import org.mingze.duty.showing.DayWords;
import org.mingze.work.ChinaTime;

@DisplayName("暂停、恢复和废止从哪一天起")
class EndingWalkTest {
    private final Visitor office = RunningMingze.shared().account("p008");
    private final LocalDate today = LocalDate.now(ChinaTime.ZONE);

    @Test
    @DisplayName("表上先写着的一天，就是第一个办得成的日子")
    void proposesADayThatIsAccepted() {
        enacted("local.proposed", "2026-01-01", "试写制度");
        assertThat(proposed("local.proposed", "suspension")).isEqualTo(today);
        asProposed("local.proposed", "suspension");
        assertThat(proposed("local.proposed", "resumption")).isEqualTo(today.plusDays(1));
        asProposed("local.proposed", "resumption");
        assertThat(proposed("local.proposed", "resumption")).isEqualTo(today.plusDays(2));
        assertThat(proposed("local.proposed", "repeal")).isEqualTo(today.plusDays(1));
        Page repealed = asProposed("local.proposed", "repeal");
        assertThat(repealed.text(".notice")).contains("废止了");
    }

    @Test
    @DisplayName("暂停着、以后又有新的一版的，写明停的是哪一版；恢复的是停了的一版")
    void saysWhichVersionIsSuspended() {
        enacted("local.which", "2026-01-01", "试写制度");
        asProposed("local.which", "suspension");
        enacted("local.which", "2040-01-01", "学习制度改了");
        Page suspended = office.get("/institutions/local.which");
        assertThat(suspended.document().select(".tags > *").eachText())
                .contains(DayWords.full(today) + "起暂停", "停的是2026年1月1日起的一版", "2040年1月1日起施行");
        Page asked = office.get("/institutions/local.which/resumption");
        Page late =
                office.send(
                        asked,
                        "form[action$=resumption]",
                        new Answers().put("自", "2041-01-01").put("据", "明委〔2026〕13号"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text("#faults")).contains("2040年1月1日起另有一版", "到那天再办");
        assertThat(asked.text(".facts")).contains(DayWords.full(today) + "起暂停的一版");
        Page resumed = asProposed("local.which", "resumption");
        assertThat(resumed.text(".tags")).contains("起恢复");
        assertThat(resumed.text(".versions")).contains("恢复入账第");
    }

    @Test
    @DisplayName("以后另有一版的，暂停的表上写明到那天它自己开始；没有施行就废止的，不再说尚未施行")
    void saysWhatBeginsByItself() {
        enacted("local.later", "2026-01-01", "试写制度");
        enacted("local.later", "2040-01-01", "学习制度改了");
        assertThat(office.get("/institutions/local.later/suspension").text(".facts"))
                .contains("2040年1月1日起施行另一版", "到那天自己开始");
        asProposed("local.later", "repeal");
        Page kept = office.get("/institutions/local.later");
        assertThat(kept.text(".tags")).contains("施行").doesNotContain("2040年1月1日起施行");

        enacted("local.never", "2040-01-01", "试写制度");
        Page never = asProposed("local.never", "repeal");
        assertThat(never.text("main")).contains("自2040年1月1日起废止");
        assertThat(office.get("/institutions/local.never").text(".tags"))
                .contains("没有施行就废止")
                .doesNotContain("尚未施行");
    }

    private LocalDate proposed(String id, String act) {
        return LocalDate.parse(
                office.get("/institutions/" + id + "/" + act)
                        .document()
                        .select("input[name=自]")
                        .val());
    }

    private Page asProposed(String id, String act) {
        Page done =
                office.send(
                        office.get("/institutions/" + id + "/" + act),
                        "form[action$=" + act + "]",
                        new Answers().put("据", "明委〔2026〕13号"));
        assertThat(done.status()).as(done.text("#faults")).isEqualTo(200);
        return done;
    }

    private void enacted(String id, String from, String title) {
        Page draft = office.send(office.get("/drafts"), "form[action=/drafts]", new Answers());
        String text =
                draft.document()
                        .select("textarea")
                        .val()
                        .replaceAll("自: \\d{4}-\\d\\d-\\d\\d", "自: " + from)
                        .replace("local.example", id)
                        .replace("某某制度", title);
        office.send(draft, "form:has(textarea)", new Answers().put("text", text));
        Page done =
                office.send(
                        office.get(draft.path() + "/enactment"),
                        "form[action$=enactment]",
                        new Answers().put("据", "明委〔2026〕12号"));
        assertThat(done.status()).as(done.text("#faults")).isEqualTo(200);
    }
}
