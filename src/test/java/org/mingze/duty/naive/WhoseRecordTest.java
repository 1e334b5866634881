package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingze.institution.expression.Value.Reference.body;
import static org.mingze.institution.expression.Value.Reference.person;
import static org.mingze.institution.expression.Value.Reference.post;

import java.time.LocalDate;
import java.util.Optional;
import org.assertj.core.api.AbstractComparableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Kinship;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Bearer;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.work.WorkRecord;

@DisplayName("一条记录算谁的")
class WhoseRecordTest {
    private static final String DAY = "2026-01-20";

    private final Trial county = new Trial("try.counting");

    private Situation borneBy(Reference bearer) {
        return county.situation("2026-03-01").borneBy(Optional.of(bearer));
    }

    private WorkRecord study(String day) {
        return study(county.on(day));
    }

    private WorkRecord study(Trial.Line line) {
        long number = line.add("学习", "题", "党章");
        return county.known().records().find(number).orElseThrow();
    }

    private AbstractComparableAssert<?, Certainty> assertOf(
            Reference bearer, Value named, WorkRecord record) {
        return assertThat(Kinship.matches(borneBy(bearer), named, record));
    }

    @Test
    @DisplayName("写机构的，算那个机构的和它的岗的，不算别的机构、别的岗的，也不算人的")
    void countsForTheBodyNamedAndItsPosts() {
        WorkRecord study = study(DAY);

        assertOf(body("支1"), body("支1"), study).isEqualTo(Certainty.TRUE);
        assertOf(post("支书"), body("支1"), study).isEqualTo(Certainty.TRUE);
        assertOf(body("镇1"), body("支1"), study).isEqualTo(Certainty.FALSE);
        assertOf(post("镇书"), body("支1"), study).isEqualTo(Certainty.FALSE);
        assertOf(person("甲"), body("支1"), study).isEqualTo(Certainty.FALSE);
    }

    @Test
    @DisplayName("写岗的，算那个岗、它的机构和当日任者的")
    void countsForThePostNamedItsBodyAndItsHolder() {
        WorkRecord study = study(DAY);

        assertOf(post("支书"), post("支书"), study).isEqualTo(Certainty.TRUE);
        assertOf(body("支1"), post("支书"), study).isEqualTo(Certainty.TRUE);
        assertOf(person("甲"), post("支书"), study).isEqualTo(Certainty.TRUE);
        assertOf(post("镇书"), post("支书"), study).isEqualTo(Certainty.FALSE);
        assertOf(body("镇1"), post("支书"), study).isEqualTo(Certainty.FALSE);
        assertOf(person("乙"), post("支书"), study).isEqualTo(Certainty.FALSE);
    }

    @Test
    @DisplayName("只写人的，他任一岗则算那一岗和那个机构的，不算别处的")
    void countsForTheOnlyPostOfThePersonNamed() {
        WorkRecord study = study(DAY);

        assertOf(post("支书"), person("甲"), study).isEqualTo(Certainty.TRUE);
        assertOf(body("支1"), person("甲"), study).isEqualTo(Certainty.TRUE);
        assertOf(person("甲"), person("甲"), study).isEqualTo(Certainty.TRUE);
        assertOf(post("镇书"), person("甲"), study).isEqualTo(Certainty.FALSE);
        assertOf(body("镇1"), person("甲"), study).isEqualTo(Certainty.FALSE);
        assertOf(post("支书"), person("乙"), study).isEqualTo(Certainty.FALSE);
    }

    @Test
    @DisplayName("只写人而他兼两岗的，以哪一岗录入就算哪一岗的，都不是就待定")
    void countsForThePostThatTheRecorderActedAs() {
        county.on(Trial.SETUP).add("任", "人", "甲", "岗", "镇书");
        WorkRecord open = study(DAY);
        WorkRecord asBranch = study(county.on(DAY).by("甲", "支书"));
        WorkRecord asTown = study(county.on(DAY).by("甲", "镇书"));
        WorkRecord asAnother = study(county.on(DAY).by("乙", "县书"));

        assertOf(post("支书"), person("甲"), open).isEqualTo(Certainty.UNKNOWN);
        assertOf(body("支1"), person("甲"), open).isEqualTo(Certainty.UNKNOWN);
        assertOf(post("支书"), person("甲"), asBranch).isEqualTo(Certainty.TRUE);
        assertOf(post("镇书"), person("甲"), asBranch).isEqualTo(Certainty.FALSE);
        assertOf(body("支1"), person("甲"), asTown).isEqualTo(Certainty.FALSE);
        assertOf(body("镇1"), person("甲"), asTown).isEqualTo(Certainty.TRUE);
        assertOf(post("支书"), person("甲"), asAnother).isEqualTo(Certainty.UNKNOWN);
    }

    @Test
    @DisplayName("只写人而他兼两岗的，只有一岗担这项职责，就算那一岗的")
    void countsForTheOnePostThatOwesTheDuty() {
        county.on(Trial.SETUP).add("任", "人", "甲", "岗", "镇书");
        WorkRecord study = study(DAY);
        Situation among = borneBy(post("支书")).among(secretaries());

        assertThat(Kinship.matches(among, person("甲"), study)).isEqualTo(Certainty.TRUE);
    }

    @Test
    @DisplayName("写的不是机构、岗、人，算谁的待定")
    void cannotTellWhoseAWordIs() {
        assertOf(post("支书"), new Value.Text("支书"), study(DAY)).isEqualTo(Certainty.UNKNOWN);
    }

    @Test
    @DisplayName("受托的岗和它的任者所做，委托起止之内算委托之岗的，起止两日都在内")
    void countsWhatADelegateDoes() {
        county.on(Trial.SETUP).add("任", "人", "乙", "岗", "镇书");
        county.on("2026-01-05")
                .add("委托", "岗", "支书", "至", "镇书", "自", "2026-01-10", "止", "2026-01-20");

        county.on(Trial.SETUP).add("岗位", "号", "支副", "名", "支副", "于", "支1", "职", "副书记");
        assertOf(post("支副"), post("镇书"), study("2026-01-20")).isEqualTo(Certainty.FALSE);
        assertOf(post("支书"), post("镇书"), study("2026-01-09")).isEqualTo(Certainty.FALSE);
        assertOf(post("支书"), post("镇书"), study("2026-01-10")).isEqualTo(Certainty.TRUE);
        assertOf(post("支书"), person("乙"), study("2026-01-20")).isEqualTo(Certainty.TRUE);
        assertOf(post("支书"), post("镇书"), study("2026-01-21")).isEqualTo(Certainty.FALSE);
        assertOf(post("支书"), person("丙"), study("2026-01-20")).isEqualTo(Certainty.FALSE);
        assertOf(post("镇书"), post("支书"), study("2026-01-20")).isEqualTo(Certainty.FALSE);
        assertOf(body("支1"), post("镇书"), study("2026-01-20")).isEqualTo(Certainty.FALSE);
    }

    @Test
    @DisplayName("没有写止的委托一直有效，没有写自的从委托那日起")
    void delegatesWithoutEndFromTheDayOfTheAct() {
        county.on("2026-01-05").add("委托", "岗", "支书", "至", "镇书");

        assertOf(post("支书"), post("镇书"), study("2026-01-04")).isEqualTo(Certainty.FALSE);
        assertOf(post("支书"), post("镇书"), study("2026-01-05")).isEqualTo(Certainty.TRUE);
        assertOf(post("支书"), post("镇书"), study("2026-02-28")).isEqualTo(Certainty.TRUE);
    }

    @Test
    @DisplayName("收回的委托，从收回那日起不算，之前照算；没有到过止的也一样")
    void endsWhenItIsTakenBack() {
        long given =
                county.on("2026-01-05")
                        .add("委托", "岗", "支书", "至", "镇书", "自", "2026-01-05", "止", "2026-01-31");
        county.on("2026-01-20").add("收回委托", "件", Long.toString(given), "因", "回岗");

        assertOf(post("支书"), post("镇书"), study("2026-01-19")).isEqualTo(Certainty.TRUE);
        assertOf(post("支书"), post("镇书"), study("2026-01-20")).isEqualTo(Certainty.FALSE);
    }

    private LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    @DisplayName("可能以谁之名写一个岗：它自己、历任的人、它的机构、受托的岗和那岗的任者")
    void namesEverybodyAPostMayBeMeantBy() {
        county.on(Trial.SETUP).add("任", "人", "乙", "岗", "镇书");
        county.on("2026-01-05").add("委托", "岗", "支书", "至", "镇书", "止", "2026-01-20");

        assertThat(Kinship.of(borneBy(post("支书")), day("2026-01-15"), day("2026-01-31")))
                .containsExactlyInAnyOrder(
                        post("支书"), person("甲"), body("支1"), post("镇书"), person("乙"));
        assertThat(Kinship.of(borneBy(post("支书")), day("2026-01-21"), day("2026-01-31")))
                .containsExactlyInAnyOrder(post("支书"), person("甲"), body("支1"));
    }

    @Test
    @DisplayName("可能以谁之名写一个机构：它自己、期内有过的岗和那些岗的人")
    void namesEverybodyABodyMayBeMeantBy() {
        county.on("2026-01-10").add("岗位", "号", "支副", "名", "支副", "于", "支1", "职", "副书记");
        county.on("2026-01-10").add("任", "人", "乙", "岗", "支副");
        county.on("2026-01-20").add("撤销岗位", "岗", "支副");

        assertThat(Kinship.of(borneBy(body("支1")), day("2026-01-01"), day("2026-01-31")))
                .containsExactlyInAnyOrder(
                        body("支1"), post("支书"), person("甲"), post("支副"), person("乙"));
        assertThat(Kinship.of(borneBy(body("支1")), day("2026-02-01"), day("2026-02-28")))
                .containsExactlyInAnyOrder(body("支1"), post("支书"), person("甲"));
    }

    @Test
    @DisplayName("可能以谁之名写一个人：他自己和他期内任的岗")
    void namesEverybodyAPersonMayBeMeantBy() {
        assertThat(Kinship.of(borneBy(person("甲")), day("2026-01-01"), day("2026-01-31")))
                .containsExactlyInAnyOrder(person("甲"), post("支书"));
        assertThat(Bearers.resolve(new Bearer.ByRole(secretaries()), borneBy(person("甲"))))
                .contains(post("支书"));
    }

    private Role secretaries() {
        Bearer bearer = county.situation(DAY).institution().duty("学.周").orElseThrow().bearer();
        return ((Bearer.ByRole) bearer).role();
    }
}
