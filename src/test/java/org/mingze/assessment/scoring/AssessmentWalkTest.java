package org.mingze.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.duty.EnteringRecord;
import org.mingze.web.Browser;
import org.mingze.work.ChinaTime;

@DisplayName("算分、申诉、答复，不用脚本")
class AssessmentWalkTest {
    private static final int COUNTY = 1;
    private static final Pattern TAKEN = Pattern.compile("取第\\d+号");

    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("街道申诉，答复以前不能再申诉，署名只能是自己；今日等县里答复，答复了街道今日看到；没有理由的不入账")
    void walk() {
        Instant now = Instant.now();
        mingze.bean(EnteringRecord.class).enter(COUNTY, TryScheme.enacted(ChinaTime.day(now)), now);
        try (Browser browser = Browser.start()) {
            Page street = open(browser, 390, "p019");
            street.click("text=党委会议得分");
            street.click("table a.open");
            assertThat(street.textContent("h1")).startsWith("青石街道党工委");
            assertThat(street.locator("form.score-form").count()).isEqualTo(1);
            street.click("#appeals button");
            assertThat(street.title()).startsWith("有错：");
            assertThat(street.textContent("#faults")).contains("理由");
            String name = street.inputValue("#appeals [name=署名]");
            street.fill("#appeals textarea", "三月的会议有两次没有算到");
            street.click("#appeals button");
            assertThat(street.textContent(".notice.is-done")).contains("申诉已入账");

            refusesAnother(street.url().substring(mingze.address().length()), name);

            Page county = open(browser, 1440, "p001");
            assertThat(county.textContent("section:has(#appeals)"))
                    .contains("等你答复的申诉")
                    .contains("三月的会议有两次没有算到");
            county.click("section:has(#appeals) a:has-text('青石街道党工委')");
            String before = county.textContent("h1");
            assertThat(county.textContent("main")).contains("三月的会议有两次没有算到");
            county.check("form[id^=replies] input[value=维持]");
            county.fill("form[id^=replies] textarea", "两次会议记在办事处名下");
            county.click("form[id^=replies] button");
            assertThat(county.textContent(".answer")).contains("维持").contains("两次会议");
            assertThat(mingze.account("p019").get("/").text("section[aria-labelledby=answered]"))
                    .as("申诉的人今日就看到答复")
                    .contains("申诉的答复", "维持", "两次会议记在办事处名下");
            assertThat(open(browser, 390, "p001").content()).doesNotContain("三月的会议有两次没有算到");
            county.fill("#manual [name=分]", "1.5");
            county.fill("#manual textarea", "承办全县现场会");
            county.click("#manual button");
            assertThat(county.textContent("main")).contains("+1.5分").contains("承办全县现场会");
            assertThat(county.textContent("h1")).isNotEqualTo(before);
            changedAfterSending(county.url().substring(mingze.address().length()));
        }
    }

    @Test
    @DisplayName("得分页上，话里说取了哪一号，下面就开得出哪些记录，不说没有取到")
    void everyRecordTold() {
        Visitor secretary = mingze.account("p001");
        List<String> schemes =
                secretary
                        .get("/assessments")
                        .document()
                        .select("main a[href^=/assessments/]")
                        .stream()
                        .map(link -> link.attr("href"))
                        .toList();
        List<String> scores =
                schemes.stream()
                        .flatMap(
                                scheme ->
                                        secretary
                                                .get(scheme)
                                                .document()
                                                .select("table a.open")
                                                .stream())
                        .map(link -> link.attr("href"))
                        .distinct()
                        .toList();
        assertThat(scores).isNotEmpty();
        for (String score : scores) {
            for (var item : secretary.get(score).document().select(".score-items > li")) {
                if (TAKEN.matcher(item.text()).find()) {
                    assertThat(item.text()).as(score).doesNotContain("没有取到记录");
                }
            }
        }
    }

    /// The same post may not appeal again before the answer, nor sign with another's name.
    private void refusesAnother(String score, String name) {
        Visitor street = mingze.account("p019");
        Visitor.Page waiting = street.get(score);
        assertThat(waiting.document().select("#appeals")).isEmpty();
        assertThat(waiting.text("main")).containsPattern("第\\d+号申诉还在等答复；等答复了，还不服再申诉");
        String appeals = score.replaceFirst("\\?.*", "") + "/appeals";
        Visitor.Page refused = street.post(appeals, another(name));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#faults")).containsPattern("第\\d+号申诉还在等答复");
        assertThat(street.post(appeals, another("别人")).text("#faults")).contains("写上你的全名");
        assertThat(mingze.account("p001").get("/").document().select("main").text())
                .contains("等你答复的申诉", "三月的会议有两次没有算到");
    }

    private static Answers another(String name) {
        return new Answers().put("理由", "再提一次").put("署名", name);
    }

    /// Goes back to the form of points by hand, and sends it with other words.
    private void changedAfterSending(String score) {
        Visitor county = mingze.account("p001");
        Visitor.Page form = county.get(score);
        Visitor.Page made = county.send(form, "#manual", points("0.5", "先写的理由"));
        assertThat(made.text("main")).contains("+0.5分");
        Visitor.Page changed = county.send(form, "#manual", points("2.5", "退回去改的理由"));
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.text("#refusal")).contains("后来改的没有登记");
        assertThat(changed.text("#manual textarea")).isEqualTo("退回去改的理由");
        assertThat(changed.text("main")).doesNotContain("+2.5分");
        assertThat(county.send(changed, "#manual", new Answers()).text("main")).contains("+2.5分");
    }

    private static Answers points(String points, String reason) {
        return new Answers().put("分", points).put("理由", reason);
    }

    private Page open(Browser browser, int width, String account) {
        Page page = browser.windowWithoutScripts(width, 900);
        page.navigate(mingze.address() + "/sign-in");
        page.fill("input[name=account]", account);
        page.fill("input[name=password]", mingze.passphrase());
        page.click("button:has-text('登录')");
        page.waitForURL(address -> !address.contains("/sign-in"));
        page.navigate(mingze.address() + "/assessments");
        return page;
    }
}
