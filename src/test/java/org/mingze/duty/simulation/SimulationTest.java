package org.mingze.duty.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.institution.Institution;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.expression.Rational;
import org.mingze.journal.Archive;
import org.mingze.work.Knowledge;

@DisplayName("试行：草案放在过去一段上会怎样")
class SimulationTest {
    private static final LocalDate FROM = LocalDate.of(2025, 10, 1);
    private static final LocalDate TO = LocalDate.of(2026, 9, 30);
    private static final LocalDate AT = LocalDate.of(2026, 11, 20);
    private static final String CENTRE_GROUP = "party.centre.group";

    private static Knowledge known = new Knowledge(WorkCalendar.published());

    @BeforeAll
    static void read() {
        known =
                Knowledge.of(
                        Archive.read(Path.of("samples", "mingchuan")).entries(),
                        WorkCalendar.published());
    }

    private static String enacted(String institution) {
        return known.rules().versions(institution).getLast().institution().text();
    }

    private static DraftRules draft(String text) {
        DraftRules.Read read =
                DraftRules.read(known, new InstitutionFiles.SourceFile("草案.yaml", text));
        assertThat(read).isInstanceOf(DraftRules.Read.Sound.class);
        return ((DraftRules.Read.Sound) read).draft();
    }

    private static Simulation simulated(String text, String... varied) {
        return new SimulatingDraft(known, FROM, TO, AT, _ -> {})
                .simulate(draft(text), List.of(varied));
    }

    private static String stricter() {
        String text = enacted(CENTRE_GROUP);
        assertThat(text).contains("    至少: 1\n", "职责:\n");
        return text.replace("    至少: 1\n", "    至少: 季次\n")
                .replace("职责:\n", "  季次: {型: 整, 值: 2, 据: 自定 试行 C, 许设: 县}\n职责:\n");
    }

    @Test
    @DisplayName("一字不改的草案没有差别，每件现行制度都是")
    void anIdenticalDraftMakesNoDifference() {
        List<String> once =
                known.rules().institutions().stream()
                        .filter(id -> known.rules().versions(id).size() == 1)
                        .toList();
        assertThat(once).hasSizeGreaterThan(15);
        for (String id : once) {
            Simulation simulation = simulated(enacted(id));
            assertThat(simulation.duties()).as(id).isEmpty();
            assertThat(simulation.matrix()).as(id).isEmpty();
        }
    }

    @Test
    @DisplayName("一字不改的草案，把全部应尽事项重判一遍，也没有差别")
    void anIdenticalDraftMakesNoDifferenceWhenAllIsJudged() {
        Simulation simulation =
                new SimulatingDraft(
                                known,
                                new Simulation.Asked(FROM, TO, AT, known.size()),
                                _ -> {},
                                true)
                        .simulate(draft(enacted(CENTRE_GROUP)), List.of());
        assertThat(simulation.matrix())
                .isNotEmpty()
                .allMatch(each -> each.before().equals(each.after()));
        assertThat(simulation.changes()).isEmpty();
        assertThat(simulation.extra()).isEmpty();
        assertThat(simulation.before()).isEqualTo(simulation.after());
    }

    @Test
    @DisplayName("改严一条，只判这一条，说出谁新增违责、为什么、各月多做几件")
    void aStricterDraftTellsWhoBreachesAndWhy() {
        Simulation simulation = simulated(stricter());
        assertThat(simulation.duties()).containsExactly("中心组.季");
        assertThat(simulation.matrix())
                .contains(
                        new Simulation.Transition(
                                Optional.of(Standing.FULFILLED),
                                Optional.of(Standing.BREACHED),
                                14));
        assertThat(simulation.newBreaches())
                .hasSize(14)
                .allMatch(change -> change.saidBefore().contains("须≥1"))
                .allMatch(change -> change.saidAfter().contains("须≥2"))
                .anyMatch(change -> change.saidAfter().contains("不计：类=集体学习"));
        assertThat(simulation.extra())
                .contains(
                        new Simulation.Extra(
                                "mingchuan.xianwei",
                                YearMonth.of(2026, 2),
                                Rational.ONE.dividedBy(Rational.of(3))));
        assertThat(simulation.impossible()).isEmpty();
    }

    @Test
    @DisplayName("起止切开的头一月、末一月不列：季改月，各月多做的都一样")
    void monthsThatTheRangeCutsAreLeftOut() {
        String monthly = enacted(CENTRE_GROUP).replace("每: 季\n    至少: 1", "每: 月\n    至少: 1");
        LocalDate from = LocalDate.of(2025, 11, 24);
        LocalDate to = LocalDate.of(2026, 7, 10);
        Simulation simulation =
                new SimulatingDraft(known, from, to, to, _ -> {})
                        .simulate(draft(monthly), List.of());
        assertThat(simulation.extra())
                .isNotEmpty()
                .allMatch(each -> !each.month().isBefore(YearMonth.of(2025, 12)))
                .allMatch(each -> !each.month().isAfter(YearMonth.of(2026, 6)))
                .allMatch(each -> each.acts().equals(Rational.of(2).dividedBy(Rational.of(3))));
    }

    @Test
    @DisplayName("草案从以后的一天起施行，放在过去一段上，它写的数也照计")
    void aDraftOfALaterDayBringsItsNumbers() {
        String later = stricter().replaceFirst("自: \\d{4}-\\d\\d-\\d\\d", "自: 2027-01-01");
        assertThat(later).contains("自: 2027-01-01");
        assertThat(simulated(later).matrix()).isEqualTo(simulated(stricter()).matrix());
    }

    @Test
    @DisplayName("草案推演的结果，和把草案当真施行后算出来的一样")
    void theNewVerdictsAreThoseOfTheDraft() {
        DraftRules draft = draft(stricter());
        Simulation simulation =
                new SimulatingDraft(known, FROM, TO, AT, _ -> {}).simulate(draft, List.of());
        Map<Boolean, Long> breaches =
                new Obligations(known.under(draft.over(FROM)), AT)
                        .verdicts(FROM, TO).stream()
                                .filter(
                                        verdict ->
                                                verdict.obligation()
                                                        .duty()
                                                        .number()
                                                        .equals("中心组.季"))
                                .map(Verdict::standing)
                                .collect(
                                        java.util.stream.Collectors.partitioningBy(
                                                Simulation::isBreach,
                                                java.util.stream.Collectors.counting()));
        assertThat(breaches.get(true)).isEqualTo(simulation.breaches());
    }

    @Test
    @DisplayName("工作日不够用的职责，指出来")
    void whatArithmeticForbidsIsNamed() {
        Simulation simulation =
                simulated(enacted(CENTRE_GROUP).replace("    至少: 1\n", "    至少: 80\n"));
        assertThat(simulation.impossible())
                .isNotEmpty()
                .allMatch(each -> each.acts().equals(Rational.of(80)))
                .allMatch(each -> each.workingDays() < 80);
    }

    @Test
    @DisplayName("一个数减一、加一，各推一遍；没有这个数，说有哪些")
    void oneNumberIsVaried() {
        Simulation simulation = simulated(stricter(), "季次");
        assertThat(simulation.variations())
                .extracting(
                        Simulation.Variation::by,
                        Simulation.Variation::value,
                        Simulation.Variation::newBreaches)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(-1, "1", 0),
                        org.assertj.core.groups.Tuple.tuple(1, "3", 14));
        assertThatThrownBy(() -> simulated(stricter(), "年次")).hasMessageContaining("学习天数、季次");
    }

    @Test
    @DisplayName("县里设定过的数，加一是在设定的数上加")
    void aSettingIsVariedToo() {
        Simulation simulation = simulated(stricter(), "学习天数");
        assertThat(simulation.variations())
                .extracting(Simulation.Variation::value)
                .containsExactly("11", "13");
    }

    @Test
    @DisplayName("新制度自始适用，原来没有的事项写作无此事项")
    void aNewInstitutionIsOwedThroughout() {
        String text = stricter().replace("编号: " + CENTRE_GROUP, "编号: qingshi.draft");
        Simulation simulation = simulated(text);
        assertThat(simulation.matrix()).isNotEmpty().allMatch(each -> each.before().isEmpty());
    }

    @Test
    @DisplayName("草案有错不推演，逐处说明")
    void aFaultyDraftIsRefused() {
        DraftRules.Read read =
                DraftRules.read(
                        known,
                        new InstitutionFiles.SourceFile(
                                "草案.yaml", enacted(CENTRE_GROUP).replace("每: 季\n", "每: 季度\n")));
        assertThat(read).isInstanceOf(DraftRules.Read.Faulty.class);
        assertThat(((DraftRules.Read.Faulty) read).diagnostics()).isNotEmpty();
    }

    @Test
    @DisplayName("推演不留痕：账、制度、判定都和推演前一样")
    void nothingIsWritten() {
        long size = known.size();
        List<Institution> before = institutions();
        simulated(stricter(), "季次");
        assertThat(known.size()).isEqualTo(size);
        assertThat(institutions()).isEqualTo(before);
        assertThat(Simulation.CAUTION).contains("不是预测");
    }

    private static List<Institution> institutions() {
        return known.rules().institutions().stream()
                .flatMap(id -> known.rules().versions(id).stream())
                .map(version -> version.institution())
                .toList();
    }
}
