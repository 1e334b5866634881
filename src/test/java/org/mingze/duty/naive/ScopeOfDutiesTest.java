package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.work.Knowledge;

@DisplayName("一项职责落到谁头上、对着谁、管到哪几日")
class ScopeOfDutiesTest {
    private static final String RULE = "督: 党委, 据: 自定 试 D";

    private static Trial under(String duties) {
        return Trial.under(duties.replace("督。", RULE));
    }

    private static void assertFewAreAskedLikeAll(Knowledge known, LocalDate day) {
        LocalDate from = Trial.SETUP;
        List<Obligation> all = new Obligations(known, day).raised(from, day);
        Set<Reference> bearers = new LinkedHashSet<>();
        all.forEach(owed -> owed.bearer().ifPresent(bearers::add));
        for (Reference bearer : bearers) {
            Set<String> few = keys(new Obligations(known, day, Set.of(bearer)).raised(from, day));
            List<Obligation> own =
                    all.stream()
                            .filter(owed -> owed.bearer().filter(bearer::equals).isPresent())
                            .toList();
            assertThat(few).as(bearer::toString).isEqualTo(keys(own));
        }
    }

    private static Set<String> keys(List<Obligation> owed) {
        Set<String> keys = new TreeSet<>();
        owed.stream()
                .filter(one -> one.bearer().isPresent())
                .forEach(one -> keys.add(one.key().toString()));
        return keys;
    }

    @Test
    @DisplayName("只问几个主体的，与全问再挑出来的一样")
    void raisesForAFewWhatItRaisesForAll() {
        for (long seed = 1; seed <= 16; seed++) {
            assertFewAreAskedLikeAll(
                    Knowledge.of(RandomHistories.of(seed, 20).entries(), Comparison.CALENDAR),
                    Comparison.TO);
        }
    }

    @Test
    @DisplayName("由岗的机构、由所承之件的机构、由案卷的机构来担的，和指名的机构已撤由上面担的，只问那个机构也问得到")
    void raisesForABodyThatIsNamedIndirectly() {
        Trial county =
                under(
                        """
                        案卷:
                          大事: {起: 事项, 阶段: [{名: 已审, 当: '有(承(此, 审查))'}, {名: 未审}]}
                        职责:
                          - {号: 位, 谁: 起.岗.机构, 督。, 式: 时限, 起: 来件, 止: 答复, 限: 5日, 末日遇休: 不顺延}
                          - {号: 构, 谁: 起.机构, 谁缺: 党委, 督。, 式: 时限, 起: 来件, 止: 答复, 限: 5日, 末日遇休: 不顺延}
                          - {号: 头, 谁: 起.机构.负责人, 督。, 式: 时限, 起: 来件, 止: 答复, 限: 5日, 末日遇休: 不顺延}
                          - {号: 任, 谁: 起.岗, 谁缺: 党委, 督。, 式: 时限, 起: 来件, 止: 答复, 限: 5日, 末日遇休: 不顺延}
                          - {号: 复, 谁: 起.件.机构, 督。, 式: 时限, 起: 答复, 止: {录: 学习, 系: 任}, 限: 5日, 末日遇休: 不顺延}
                          - {号: 步, 谁: 卷.机构, 督。, 式: 次序, 卷: 大事, 步: [{名: 论证, 录: 审查}, {名: 督办, 录: 督办}], 违则: 记}
                        """);
        county.on(Trial.SETUP).add("机构", "号", "支2", "名", "支2", "类", "党支部", "级", "村", "属", "镇1");
        county.on(Trial.SETUP).add("岗位", "号", "支副", "名", "支副", "于", "支1", "职", "副书记");
        county.on("2026-01-04").add("撤销机构", "机构", "支2");
        county.on("2026-01-04").add("撤销岗位", "岗", "支副");
        county.on("2026-01-05").add("来件", "岗", "支副", "机构", "支1");
        county.on("2026-01-05").add("来件", "岗", "支书", "机构", "支2");
        county.on("2026-01-06").add("来件", "岗", "镇书", "机构", "支1");
        long submission = county.on("2026-01-07").add("来件", "岗", "镇书", "机构", "支1");
        county.on("2026-01-08").add("答复", "机构", "镇1", "件", Long.toString(submission));
        String matter = Long.toString(county.on("2026-01-09").add("事项", "机构", "支1"));
        long review = county.on("2026-01-10").add("审查", "机构", "镇1", "事", matter);

        assertFewAreAskedLikeAll(county.known(), LocalDate.of(2026, 1, 20));
        assertThat(
                        keys(
                                new Obligations(county.known(), LocalDate.of(2026, 1, 20))
                                        .raised(
                                                LocalDate.of(2026, 1, 10),
                                                LocalDate.of(2026, 1, 20))))
                .singleElement()
                .satisfies(key -> assertThat(key).contains("件" + review, "[" + matter + "]"));
    }

    @Test
    @DisplayName("记录指名的机构不在适用之列的，不担这项职责")
    void isNotOwedByABodyThatTheInstitutionDoesNotBind() {
        Trial county =
                under(
                        """
                        适用: {级: [村]}
                        职责:
                          - {号: 限, 谁: 起.机构, 督。, 式: 时限, 起: 来件, 止: 答复, 限: 5日, 末日遇休: 不顺延}
                        """);
        long ours = county.on("2026-01-05").add("来件", "机构", "支1");
        long theirs = county.on("2026-01-05").add("来件", "机构", "镇1");

        assertThat(county.standing("2026-01-06", "限", "支1", "件" + ours)).contains(Standing.OPEN);
        assertThat(county.standing("2026-01-06", "限", "镇1", "件" + theirs)).isEmpty();
    }

    @Test
    @DisplayName("已了的案卷不再逐件覆盖，当期了的还覆盖这一期")
    void coversTheDossiersThatWereOpen() {
        Trial county = new Trial("try.cycles");
        long closed = county.on("2026-01-05").add("问题", "机构", "支1");
        county.on("2026-01-31").add("销号", "问题", Long.toString(closed), "过", "是");
        long open = county.on("2026-01-05").add("问题", "机构", "支1");
        county.on("2026-02-01").add("销号", "问题", Long.toString(open), "过", "是");

        assertThat(county.standing("2026-03-20", "列.卷", "支1", Long.toString(closed), "2026-02"))
                .isEmpty();
        assertThat(county.standing("2026-03-20", "列.卷", "支1", Long.toString(open), "2026-02"))
                .contains(Standing.BREACHED);
    }

    @Test
    @DisplayName("要覆盖的人没有写，就不覆盖谁")
    void coversNobodyWhereNobodyIsNamed() {
        Trial county =
                under(
                        """
                        职责:
                          - {号: 覆, 谁: 起.机构, 督。, 式: 覆盖, 每: 次, 起: 来件, 至: 答复, 对: '[起.岗]', 成员: 期初, 做: {录: 谈话, 归: 任, 且: '对岗 = 其'}, 至少: 1}
                        """);
        county.on("2026-01-05").add("来件", "机构", "支1");
        long named = county.on("2026-01-06").add("来件", "机构", "支1", "岗", "支书");

        assertThat(
                        new Obligations(county.known(), LocalDate.of(2026, 1, 10))
                                .raised(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)))
                .extracting(owed -> owed.key().occasion())
                .containsExactly("件" + named);
    }

    @Test
    @DisplayName("一年拆成两段的，窗口跨着两段，后一段从它的第一日起算，前一段做的不算")
    void countsInThePartOfTheWindowThatLiesInItsPeriod() {
        Trial county = new Trial("try.counting");
        county.enact(
                Trial.SETUP,
                "try.counting",
                TrialInstitutions.text(
                        "try.counting",
                        "2026-02-10",
                        new TrialInstitutions.Variant(false, ", 分期: 拆分", "", _ -> true)));
        county.on("2026-01-25").add("学习", "机构", "支1");
        county.on("2026-01-26").add("学习", "机构", "支1");

        Obligations asked = new Obligations(county.known(), LocalDate.of(2026, 5, 1));
        assertThat(asked.raised(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1)))
                .filteredOn(owed -> owed.duty().number().equals("学.窗"))
                .extracting(owed -> asked.judge(owed).standing())
                .containsExactly(Standing.FULFILLED, Standing.BREACHED);
    }

    @Test
    @DisplayName("写了须承的前一步，没有承就是违，不因建账而不详；写了别的联系的才不详")
    void isBreachedWithoutTheStepThatItMustFollow() {
        Trial county = new Trial("try.steps");
        county.on("2026-01-01").add("建账", "型", "事项", "自", "2026-03-01");
        county.on("2026-01-01").add("建账", "型", "学习", "自", "2026-03-01");
        long review = county.on("2026-01-10").add("审查", "机构", "支1", "过", "是");

        assertThat(county.standing("2026-01-20", "步.审", "支1", "件" + review))
                .contains(Standing.BREACHED);
        assertThat(county.standing("2026-01-20", "步.距", "支1", "件" + review))
                .contains(Standing.UNPROVEN);
    }

    @Test
    @DisplayName("同一案卷里别处停的日子也扣除")
    void deductsTheDaysOfTheWholeDossier() {
        Trial county =
                under(
                        """
                        记录:
                          转办: {英: Transfer, 归: 机构, 字段: {机构: 机构, 件: 录(来件) 承}}
                        职责:
                          - {号: 转, 谁: 起.机构, 督。, 式: 时限, 起: 转办, 止: {录: 答复, 系: 任}, 限: 5日, 扣除: {录: 停算, 自: 自, 止: 止}, 末日遇休: 不顺延}
                        """);
        String submission = Long.toString(county.on("2026-01-05").add("来件", "机构", "支1"));
        long transfer = county.on("2026-01-05").add("转办", "机构", "支1", "件", submission);
        county.on("2026-01-06").add("停算", "件", submission, "自", "2026-01-06", "止", "2026-01-08");

        assertThat(county.verdict("2026-01-09", "转", "支1", "", "件" + transfer).due())
                .contains(LocalDate.of(2026, 1, 13));
    }

    @Test
    @DisplayName("停的止日写在自之前的，一日也不扣")
    void deductsNothingForAPauseThatEndsBeforeItBegins() {
        Trial county = new Trial("try.limits");
        String submission =
                Long.toString(county.on("2026-01-05").add("来件", "机构", "支1", "收日", "2026-01-05"));
        county.on("2026-01-06")
                .add("停算", "件", submission, "自", "2026-01-12", "止", "2026-01-06", "实", "是");

        assertThat(county.standing("2026-01-14", "限.扣", "支1", "件" + submission))
                .contains(Standing.OPEN);
        assertThat(county.verdict("2026-01-09", "限.扣", "支1", "", "件" + submission).due())
                .contains(LocalDate.of(2026, 1, 14));
    }

    @Test
    @DisplayName("答复那种记录建账以前的来件，不详答没答")
    void doesNotKnowTheAnswersBeforeTheOpening() {
        Trial county = new Trial("try.limits");
        county.on("2026-01-01").add("建账", "型", "答复", "自", "2026-01-06");
        long before = county.on("2026-01-05").add("来件", "机构", "支1");
        long after = county.on("2026-01-06").add("来件", "机构", "支1");

        assertThat(county.verdict("2026-02-20", "限.早", "支1", "", "件" + before).note())
                .isEqualTo("建账前的记录不详");
        assertThat(county.verdict("2026-02-20", "限.早", "支1", "", "件" + after).note()).isEmpty();
    }
}
