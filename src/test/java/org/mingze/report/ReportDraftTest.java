package org.mingze.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.institution.expression.Rational;

@DisplayName("述职报告")
class ReportDraftTest {
    private static final String STUDY = "{题: 履职情况, 必: 是, 句: ['学习{学习数}，其中研讨{研讨数}。']}";
    private static final LocalDate JULY = LocalDate.of(2026, 7, 20);

    @Test
    @DisplayName("记录很多时附录写号段，一笔不少")
    void veryManyRecordsAreRangesOfNumbers() {
        Books books = Books.opened(Books.institution(STUDY));
        long first = books.study("2026-01-05", "集体学习");
        for (int more = 1; more < 80; more++) {
            books.study("2026-01-05", "集体学习");
        }
        DutyReport.Figure figure = books.report(JULY).annex().getFirst();
        assertThat(figure.shown()).isEqualTo("80");
        assertThat(figure.records()).hasSize(80).startsWith(first);
        assertThat(ReportAnnex.lines(figure))
                .containsExactly("共80笔：第" + first + "—" + (first + 79) + "号");
    }

    @Test
    @DisplayName("数是期内记录的确数，附录逐笔列出")
    void theFigureIsExact() {
        Books books = Books.opened(Books.institution(STUDY));
        long before = books.study("2025-12-31", "研讨");
        long first = books.study("2026-01-01", "研讨");
        long second = books.study("2026-06-30", "集体学习");
        long after = books.study("2026-07-01", "研讨");

        DutyReport report = books.report(JULY);

        assertThat(text(report, 0)).containsExactly("学习2次，其中研讨1次。");
        assertThat(report.annex().getFirst().records())
                .containsExactly(first, second)
                .doesNotContain(before, after);
        assertThat(report.annex().getFirst().sources().getFirst().text())
                .isEqualTo("第" + first + "号　2026-01-01　学习（研讨）从严治党");
        assertThat(report.findings()).isEmpty();
        assertThat(report.title()).isEqualTo("2026年上半年述职述廉述责报告");
    }

    @Test
    @DisplayName("更正一笔，数和附录都跟着变")
    void aCorrectionMovesTheNumberAndTheAnnex() {
        Books books = Books.opened(Books.institution(STUDY));
        long study = books.study("2026-03-02", "研讨");
        assertThat(text(books.report(JULY), 0)).containsExactly("学习1次，其中研讨1次。");

        long correction = books.correct("2026-07-10", study, "类", "集体学习");
        DutyReport report = books.report(JULY);

        assertThat(text(report, 0)).containsExactly("学习1次，其中研讨0次。");
        assertThat(report.annex().get(1).records()).isEmpty();
        assertThat(report.annex().getFirst().sources().getFirst().text())
                .contains("学习（集体学习）", "经第" + correction + "号更正");
    }

    @Test
    @DisplayName("本期板块不引数到报告期外的数")
    void aFigureOutsideThePeriodIsRefused() {
        Books books = Books.opened(Books.institution("{题: 学习, 句: ['历来学习{往年学习}。']}"));
        long before = books.study("2025-11-03", "研讨");
        books.study("2026-02-02", "研讨");

        DutyReport report = books.report(JULY);

        assertThat(text(report, 0)).containsExactly("历来学习〔期外，不引〕。");
        assertThat(report.annex().getFirst().value()).isEmpty();
        assertThat(report.annex().getFirst().records()).contains(before);
        assertThat(findings(report)).singleElement().asString().contains("报告期外", "本期板块不引");
    }

    @Test
    @DisplayName("补充板块引期外的数，注明截至哪日")
    void aSupplementLabelsWhatLiesOutside() {
        Books books = Books.opened(Books.institution("{题: 补充, 期: 补充, 句: ['学习{学习数}。']}"));
        books.study("2026-02-02", "研讨");
        assertThat(text(books.report(JULY), 0)).containsExactly("学习1次。");

        books.study("2026-07-02", "研讨");

        assertThat(text(books.report(JULY), 0)).containsExactly("学习2次〔截至2026年7月20日，报告期外〕。");
    }

    @Test
    @DisplayName("必写的板块没有记录，记为待定")
    void aMandatorySectionWithoutRecordsIsAFinding() {
        Books books =
                Books.opened(
                        Books.institution(
                                STUDY, "{题: 廉洁自律情况, 必: 是, 句: [{当: 诫勉数, 文: '诫勉{诫勉数}。'}]}"));
        books.study("2026-02-02", "研讨");

        DutyReport report = books.report(JULY);

        assertThat(text(report, 1)).containsExactly("本报告期账上没有这方面的记录。");
        assertThat(findings(report)).singleElement().asString().startsWith("廉洁自律情况：必写的板块须有1笔记录");
    }

    @Test
    @DisplayName("数是0，不说做过")
    void nothingIsInventedAtZero() {
        Books books =
                Books.opened(
                        Books.institution("{题: 履职, 句: ['学习{学习数}。', {当: 诫勉数, 文: '严肃诫勉{诫勉数}。'}]}"));
        assertThat(text(books.report(JULY), 0)).containsExactly("学习0次。");

        books.add("2026-02-03", "谈话", "类", "诫勉", "谈话人", "shuji", "对象", "p2");

        assertThat(text(books.report(JULY), 0)).containsExactly("学习0次。严肃诫勉1次。");
    }

    @Test
    @DisplayName("未知的数写未知，不写0")
    void theUnknownIsNeverZero() {
        Books books =
                Books.opened(
                        Books.institution(
                                "{题: 会议, 句: ['会议{政府会议}，整改{rectification.ledger/问题数}。']}"));

        DutyReport report = books.report(JULY);

        assertThat(text(report, 0)).containsExactly("会议未知，整改未知。");
        assertThat(report.annex()).allSatisfy(figure -> assertThat(figure.value()).isEmpty());
        assertThat(findings(report)).hasSize(2).allMatch(sentence -> sentence.contains("未知"));
    }

    @Test
    @DisplayName("取记录的板块，逐笔说一句，字段里的数打得开那一笔")
    void saysOneSentenceForEachRecordTaken() {
        Books books =
                Books.opened(
                        Books.institution(
                                "{题: 经济, 必: 是, 至少: 2, 取: [{录: 数据, 且: '自 ≥ 期.自'}], 句: '{名}{值}{单位}。'}"));
        long output = datum(books, "规上产值", "331", "亿元");

        DutyReport report = books.report(JULY);

        assertThat(text(report, 0)).containsExactly("规上产值331亿元。");
        assertThat(report.annex())
                .singleElement()
                .satisfies(figure -> assertThat(figure.records()).containsExactly(output));
        assertThat(findings(report)).singleElement().asString().contains("须有2笔记录，账上1笔");
    }

    @Test
    @DisplayName("取指标或职责的板块，句里没说的记录也算数；期外的不取")
    void countsWhatIsTakenByNumber() {
        Books books =
                Books.opened(Books.institution("{题: 学习, 必: 是, 至少: 2, 取: [研讨数, 研讨.季], 句: '认真学习。'}"));
        books.study("2026-02-02", "研讨");
        books.study("2025-12-02", "研讨");

        assertThat(findings(books.report(JULY))).singleElement().asString().contains("须有2笔记录，账上1笔");
        books.study("2026-05-02", "研讨");
        assertThat(findings(books.report(JULY))).isEmpty();
    }

    private static long datum(Books books, String name, String value, String unit) {
        return books.add(
                "2026-04-02",
                "数据",
                "名",
                name,
                "主体",
                "gongwei",
                "自",
                "2026-01-01",
                "止",
                "2026-03-31",
                "值",
                value,
                "单位",
                unit,
                "源",
                "统计局");
    }

    @Test
    @DisplayName("指标要求各部分合成总数，有一笔说不清属于哪部分，数就写未知")
    void partsMustSumToTheWhole() {
        Books books = Books.opened(Books.institution("{题: 学习, 句: '学习{分日}。'}"));
        long study = books.study("2026-05-02", "研讨");

        assertThat(text(books.report(JULY), 0)).containsExactly("学习未知。");

        books.correct("2026-05-03", study, "半日数", "1");
        assertThat(text(books.report(JULY), 0)).containsExactly("学习1次。");
    }

    @Test
    @DisplayName("建账以前的记录不全，数写未知")
    void countsBeforeTheBooksWereOpenedAreUnknown() {
        Books books = Books.opened(Books.institution(STUDY));
        books.add("2026-03-01", "建账", "型", "学习", "自", "2026-03-01");
        books.study("2026-04-02", "研讨");

        DutyReport report = books.report(JULY);

        assertThat(text(report, 0)).containsExactly("学习未知，其中研讨未知。");
        assertThat(findings(report)).first().asString().contains("建账前的学习不详");
    }

    @Test
    @DisplayName("应尽事项等于各种情形之和，违的逐句列出")
    void dutiesAreConserved() {
        Books books =
                Books.opened(
                        Books.institution(
                                "{题: 责任, 句: ['应{应}履{履}迟{迟}违{违}办{办}免{免}缺{缺}。', {列: [违, 迟]}]}"));
        long study = books.study("2026-05-11", "研讨");

        DutyReport report = books.report(JULY);

        List<Rational> values =
                report.annex().stream().map(figure -> figure.value().orElseThrow()).toList();
        Rational parts = values.stream().skip(1).reduce(Rational.ZERO, Rational::plus);
        assertThat(values.getFirst()).isEqualTo(Rational.of(2)).isEqualTo(parts);
        assertThat(text(report, 0))
                .containsExactly(
                        "应2项履1项迟0项违1项办0项免0项缺0项。", "1. 一季度集体研讨：要求不少于1，实有0，限2026年3月31日，未履行。");
        assertThat(report.annex().get(1).records()).containsExactly(study);
    }

    @Test
    @DisplayName("展望板块列报告期后到期的事项和期限")
    void theOutlookListsWhatIsStillOpen() {
        Books books =
                Books.opened(
                        Books.institution("{题: 打算, 期: 展望, 句: ['在办{办}。', {列: [办]}, {自写: 打算}]}"));

        DutyReport report = books.report(JULY);

        assertThat(text(report, 0))
                .containsExactly(
                        "在办1项〔截至2026年7月20日，报告期外〕。",
                        "1. 三季度集体研讨：要求不少于1，实有0，限2026年9月30日，在办。",
                        "〔本人填写：打算〕");
    }

    @Test
    @DisplayName("期中换人，各写起止；空缺记为待定")
    void severalHoldersAreListedWithTheirDays() {
        Books books = Books.opened(Books.institution(STUDY));
        books.study("2026-02-02", "研讨");
        books.add("2026-05-10", "卸", "人", "p1", "岗", "shuji");
        books.add("2026-06-01", "任", "人", "p2", "岗", "shuji");

        DutyReport report = books.report(JULY);

        assertThat(report.holders())
                .extracting(DutyReport.Holder::name)
                .containsExactly("周砚田", "林未央");
        assertThat(ReportDocument.author(report))
                .contains("周砚田（2026年1月1日至5月", "林未央（2026年6月1日至6月30日）");
        assertThat(findings(report)).singleElement().asString().contains("此岗空缺");
    }

    @Test
    @DisplayName("起止不是整期，也照日计")
    void anyRangeOfDaysWillDo() {
        Books books = Books.opened(Books.institution(STUDY));
        books.study("2026-02-14", "研讨");
        long inside = books.study("2026-02-15", "研讨");

        DutyReport report = books.report(LocalDate.of(2026, 2, 15), LocalDate.of(2026, 4, 9), JULY);

        assertThat(report.annex().getFirst().records()).containsExactly(inside);
        assertThat(report.title()).startsWith("2026年2月15日至4月9日");
    }

    @Test
    @DisplayName("页面上每个数都连到它的记录")
    void everyNumberOnThePageOpensItsRecords() {
        Books books = Books.opened(Books.institution(STUDY));
        long study = books.study("2026-02-14", "研讨");

        ReportPage page = ReportPage.of(books.report(JULY), List.of());

        List<String> links =
                page.body().stream()
                        .flatMap(block -> block.runs().stream())
                        .filter(run -> run instanceof ReportPage.Run.Bound)
                        .map(run -> ((ReportPage.Run.Bound) run).href())
                        .toList();
        List<ReportPage.Note> notes = page.side().getLast().notes();
        assertThat(links).containsExactly("#n1", "#n2");
        assertThat(notes).extracting(ReportPage.Note::id).containsExactly("n1", "n2");
        assertThat(page.annex().getFirst().records().getFirst().href())
                .isEqualTo("/records/" + study);
    }

    private static List<String> text(DutyReport report, int section) {
        return report.sections().get(section).paragraphs().stream()
                .map(DutyReport.Paragraph::text)
                .toList();
    }

    private static List<String> findings(DutyReport report) {
        return report.findings().stream().map(DutyReport.Finding::text).toList();
    }
}
