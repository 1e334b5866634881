package org.mingze.duty.entering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.showing.Acting;
import org.mingze.institution.RecordType;
import org.mingze.journal.Archive;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.Knowledge;

@DisplayName("先填好的到会")
class EntryDefaultsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Recorder CLERK = new Recorder("p027", "qingshi.dangzhengban.head");
    private static final String OFFICE = "qingshi.dangzhengban";

    private Knowledge known = new Knowledge(WorkCalendar.published());

    @BeforeEach
    void read() throws IOException {
        known =
                Knowledge.of(
                        Archive.read(Path.of("samples", "mingchuan")).entries(),
                        WorkCalendar.published());
    }

    @Test
    @DisplayName("照上一次的人，请假的、缺席的不带过来，都算出席")
    void presentAgain() {
        met(OFFICE, seat("p027", "出席"), seat("p028", "请假"), seat("p029", "缺席"));
        assertThat(called())
                .contains("\"p027\"", "\"p028\"", "\"p029\"")
                .doesNotContain("请假", "缺席");
    }

    @Test
    @DisplayName("上一次是别的机构的会，不照它的人")
    void ofTheSameBody() {
        met(OFFICE, seat("p028", "出席"));
        met("qingshi.gongwei", seat("p019", "出席"), seat("p020", "出席"));
        assertThat(called()).contains("\"p028\"").doesNotContain("p019", "p020");
    }

    @Test
    @DisplayName("替别的机构记会，主持人先填那个机构上次的主持，没有开过的填它的负责人；录入的人不算主持")
    void inTheChair() {
        RecordType type = known.rules().vocabulary().recordType("会议").orElseThrow();
        Acting clerk = Acting.of(known.organization(), CLERK.post(), DAY);
        Acting committee = clerk.at(known.organization(), "qingshi.gongwei", DAY);
        assertThat(EntryDefaults.of(known, type, committee, DAY).text("主持"))
                .contains("qingshi.gongwei.secretary");
        met("qingshi.gongwei");
        assertThat(EntryDefaults.of(known, type, committee, DAY).text("主持")).contains(CLERK.post());
        Acting nowhere = clerk.at(known.organization(), "chengguan.dangwei", DAY);
        assertThat(EntryDefaults.of(known, type, nowhere, DAY).text("主持"))
                .contains("chengguan.dangwei.secretary");
    }

    @Test
    @DisplayName("替别的机构记学习，参加人员照那个机构上次的，没有学过的空着；不照录入的人自己机构的")
    void learnersOfTheBody() {
        RecordType type = known.rules().vocabulary().recordType("学习").orElseThrow();
        studied(OFFICE, "p028");
        Acting clerk = Acting.of(known.organization(), CLERK.post(), DAY);
        assertThat(learners(type, clerk)).contains("p028");
        Acting other = clerk.at(known.organization(), "qingshi.xinfangban", DAY);
        assertThat(learners(type, other)).doesNotContain("p028");
        studied("qingshi.xinfangban", "p024");
        assertThat(learners(type, other)).contains("p024").doesNotContain("p028");
    }

    private String learners(RecordType type, Acting acting) {
        return EntryDefaults.of(known, type, acting, DAY)
                .get("参加")
                .map(CanonicalJson::write)
                .orElse("");
    }

    private void studied(String body, String person) {
        Map<String, Content> fields =
                Map.of(
                        "机构", text(body),
                        "类", text("集体学习"),
                        "参加", new Content.Series(List.of(text(person))));
        Draft draft =
                new Draft(
                        "学习",
                        Occurred.on(DAY),
                        CLERK,
                        EntryMode.REPORTED,
                        new Content.Group(fields));
        known.apply(Entry.of(known.size() + 1, draft, NOW));
        assertThat(known.faults()).isEmpty();
    }

    private String called() {
        RecordType type = known.rules().vocabulary().recordType("会议").orElseThrow();
        Acting acting = Acting.of(known.organization(), CLERK.post(), DAY);
        Content.Group filled = EntryDefaults.of(known, type, acting, DAY);
        assertThat(filled.text("机构")).contains(OFFICE);
        return CanonicalJson.write(filled.get("到会").orElseThrow());
    }

    private static Content seat(String person, String state) {
        return new Content.Group(Map.of("人", text(person), "身份", text("班子成员"), "态", text(state)));
    }

    private void met(String body, Content... seats) {
        Draft draft =
                new Draft(
                        "会议",
                        Occurred.on(DAY),
                        CLERK,
                        EntryMode.REPORTED,
                        new Content.Group(
                                Map.of(
                                        "机构", text(body),
                                        "类", text("部署会"),
                                        "主持", text(CLERK.post()),
                                        "到会", new Content.Series(List.of(seats)))));
        known.apply(Entry.of(known.size() + 1, draft, NOW));
        assertThat(known.faults()).isEmpty();
    }

    private static Content text(String words) {
        return new Content.Text(words);
    }
}
