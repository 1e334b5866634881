package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingze.institution.expression.Value.Reference.body;
import static org.mingze.institution.expression.Value.Reference.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.AsOf;
import org.mingze.duty.KeptCandidates;
import org.mingze.duty.situation.Candidates;
import org.mingze.duty.situation.Candidates.Candidate;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression.Failing;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

@DisplayName("一项职责找得到哪些记录，不算的为什么不算")
class CandidatesTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 1, 31);
    private static final String TODAY = "2026-02-20";
    private static final String DUTY = "谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 每: 月, 至少: 1, 做: ";

    private final Trial county =
            Trial.under(
                    """
                    职责:
                      - {号: 平, %1$s 学习}
                      - {号: 收, %1$s {录: 学习, 时: 收日}}
                      - {号: 研, %1$s {录: 学习, 且: '类 = "研讨"'}}
                      - {号: 讲, %1$s {录: 学习, 归: 主讲}}
                      - {号: 参, %1$s {录: 学习, 归: 参加}}
                      - {号: 停, %1$s 停算}
                    """
                            .formatted(DUTY));

    private Selector act(String duty) {
        return ((DutyForm.Frequency) county.form(duty)).acts().getFirst();
    }

    private Situation of(Reference bearer) {
        return county.situation(TODAY).borneBy(Optional.of(bearer));
    }

    private List<Candidate> found(String duty) {
        return Candidates.of(act(duty), of(body("支1")), FROM, TO);
    }

    private static List<Long> numbers(List<Candidate> found) {
        return found.stream().map(candidate -> candidate.record().number()).toList();
    }

    private static Optional<Failing> failing(List<Candidate> found, long number) {
        return found.stream()
                .filter(candidate -> candidate.record().number() == number)
                .findFirst()
                .orElseThrow()
                .failing();
    }

    @Test
    @DisplayName("写了“时”的，业时早于或晚于这一期而那一栏在期内的，都在内；那一栏不在的不在内")
    void findsByTheFieldThatDates() {
        long early = county.on("2025-12-20").add("学习", "机构", "支1", "收日", "2026-01-01");
        long late = county.on("2026-02-05").add("学习", "机构", "支1", "收日", "2026-01-31");
        county.on("2026-01-10").add("学习", "机构", "支1", "收日", "2025-12-31");
        county.on("2026-01-10").add("学习", "机构", "支1", "收日", "2026-02-01");
        county.on("2026-02-21").add("学习", "机构", "支1", "收日", "2026-01-15");

        assertThat(numbers(found("收"))).containsExactly(early, late);
    }

    @Test
    @DisplayName("没写“时”的看业时，期首期尾两日都在内，今日以后的看不见")
    void findsByTheDayOfTheRecord() {
        long last = county.on("2026-01-31").add("学习", "机构", "支1");
        long first = county.on("2026-01-01").add("学习", "机构", "支1");
        county.on("2025-12-31").add("学习", "机构", "支1");
        county.on("2026-02-01").add("学习", "机构", "支1");
        county.on("2026-02-21").add("学习", "机构", "支1");

        assertThat(numbers(found("平"))).containsExactly(first, last);
        assertThat(
                        Candidates.of(
                                act("平"),
                                of(body("支1")),
                                LocalDate.of(2026, 2, 2),
                                LocalDate.of(2026, 3, 1)))
                .isEmpty();
    }

    @Test
    @DisplayName("谁的都可以的记录，写了谁、没写谁都找得到")
    void findsEveryRecordOfATypeThatIsAnybodys() {
        long pause = county.on("2026-01-10").add("停算", "实", "是");

        assertThat(found("停"))
                .singleElement()
                .satisfies(
                        candidate -> {
                            assertThat(candidate.record().number()).isEqualTo(pause);
                            assertThat(candidate.match()).isEqualTo(Certainty.TRUE);
                        });
    }

    @Test
    @DisplayName("没有责任主体的，不论写谁都找得到")
    void findsEverybodysWithoutABearer() {
        long ours = county.on("2026-01-10").add("学习", "机构", "支1");
        long theirs = county.on("2026-01-11").add("学习", "机构", "镇1");

        List<Candidate> all = Candidates.of(act("平"), county.situation(TODAY), FROM, TO);
        assertThat(numbers(all)).containsExactly(ours, theirs);
        assertThat(all).allMatch(candidate -> candidate.match() == Certainty.TRUE);
    }

    @Test
    @DisplayName("写明的几条之中，没写“归”的不问是谁的，写了的只取自己的")
    void choosesAmongGivenRecords() {
        long ours = county.on("2026-01-10").add("学习", "机构", "支1", "主讲", "支书");
        long theirs = county.on("2026-01-11").add("学习", "机构", "镇1", "主讲", "镇书");
        county.on("2026-02-21").add("学习", "机构", "支1", "主讲", "支书");
        long talk = county.on("2026-01-12").add("谈话", "谈话人", "支书");
        Knowledge known = county.known();
        List<WorkRecord> given =
                known.records().histories().stream().map(history -> history.current()).toList();

        assertThat(numbers(Candidates.among(act("平"), of(body("支1")), given)))
                .containsExactly(ours, theirs)
                .doesNotContain(talk);
        assertThat(numbers(Candidates.among(act("讲"), of(body("支1")), given)))
                .containsExactly(ours);
    }

    @Test
    @DisplayName("不合条件的说哪个条件，归属不明的说归属待定，那一栏没填的说那一栏，算数的不说")
    void saysWhyARecordDoesNotCount() {
        long own = county.on("2026-01-10").add("学习", "机构", "支1", "类", "自学", "收日", "2026-01-10");
        long open = county.on("2026-01-11").add("学习", "类", "研讨", "收日", "2026-01-11");
        long undated = county.on("2026-01-12").add("学习", "机构", "支1", "类", "研讨");

        assertThat(failing(found("研"), own)).contains(new Failing("类 = \"研讨\"", "类=自学", false));
        assertThat(failing(found("研"), open)).contains(new Failing("归", "归属待定", true));
        assertThat(failing(found("研"), undated)).isEmpty();
        assertThat(failing(found("收"), own)).isEmpty();
        assertThat(failing(found("收"), open)).contains(new Failing("归", "归属待定", true));
        assertThat(failing(found("收"), undated)).contains(new Failing("时", "收日未填", true));
    }

    @Test
    @DisplayName("写了几个人的，有一个确是自己的就算，只有可能是的就存疑，都不是的不找")
    void looksAtEachOfThoseNamed() {
        county.on(Trial.SETUP).add("人员", "号", "丙", "名", "丙");
        county.on(Trial.SETUP).add("岗位", "号", "支副", "名", "支副", "于", "支1", "职", "副书记");
        county.on(Trial.SETUP).add("任", "人", "丙", "岗", "支副");
        county.on(Trial.SETUP).add("任", "人", "丙", "岗", "镇书");
        long sure = county.on("2026-01-10").add("学习", "参加", "乙|丙|甲");
        long perhaps = county.on("2026-01-11").add("学习", "参加", "丙|乙");
        county.on("2026-01-12").add("学习", "参加", "乙|");

        List<Candidate> found = found("参");
        assertThat(found)
                .extracting(Candidate::match)
                .containsExactly(Certainty.TRUE, Certainty.UNKNOWN);
        assertThat(numbers(found)).containsExactly(sure, perhaps);
    }

    @Test
    @DisplayName("一种记录里自己的几条；有一条不知是谁的就说不清，没有这种记录就没有")
    void tellsTheRecordsOfABearer() {
        long ours = county.on("2026-01-10").add("学习", "机构", "支1");
        county.on("2026-01-11").add("学习", "机构", "镇1");
        assertThat(Candidates.ownedBy(of(body("支1")), "学习", FROM, TO))
                .hasValueSatisfying(
                        owned ->
                                assertThat(owned)
                                        .extracting(WorkRecord::number)
                                        .containsExactly(ours));
        assertThat(Candidates.ownedBy(of(post("支书")), "没有", FROM, TO)).contains(List.of());

        county.on("2026-01-12").add("学习", "题", "党章");
        assertThat(Candidates.ownedBy(of(body("支1")), "学习", FROM, TO)).isEmpty();
    }

    @Test
    @DisplayName("常备的候选照样看归属和日子，合不合条件已经知道的不再问")
    void weighsWhatIsKeptAtHand() {
        long ours = county.on("2026-01-10").add("学习", "机构", "支1", "类", "自学");
        long theirs = county.on("2026-01-11").add("学习", "机构", "镇1", "类", "研讨");
        long other = county.on("2026-01-12").add("学习", "机构", "支1", "类", "自学");
        Knowledge known = county.known();
        List<KeptCandidates.Kept> held =
                List.of(
                        new KeptCandidates.Kept(record(known, ours), Optional.of(Certainty.TRUE)),
                        new KeptCandidates.Kept(record(known, theirs), Optional.of(Certainty.TRUE)),
                        new KeptCandidates.Kept(record(known, other), Optional.empty()));
        KeptCandidates kept =
                (_, _, from, to) ->
                        from.equals(FROM) && to.equals(TO) ? Optional.of(held) : Optional.empty();
        Situation situation = of(body("支1"));
        AsOf asOf = new AsOf(known, LocalDate.parse(TODAY), Optional.of(kept));
        Situation keeping =
                Situation.of(asOf, situation.institution(), situation.ruleDay())
                        .borneBy(situation.bearer());

        List<Candidate> found = Candidates.of(act("研"), keeping, FROM, TO);
        assertThat(numbers(found)).containsExactly(ours, other);
        assertThat(found)
                .extracting(Candidate::match)
                .containsExactly(Certainty.TRUE, Certainty.FALSE);
    }

    private static WorkRecord record(Knowledge known, long number) {
        return known.records().find(number).orElseThrow();
    }
}
