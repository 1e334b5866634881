package org.mingze.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.journal.Archive;
import org.mingze.journal.Content;
import org.mingze.journal.Digest;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.reading.document.DocumentText;
import org.mingze.reading.document.Read;
import org.mingze.reading.review.ReportPeriod;
import org.mingze.reading.text.Reading;
import org.mingze.reading.text.ReportReader;
import org.mingze.report.DutyReport;
import org.mingze.report.ReportDocument;
import org.mingze.report.ReportDraft;
import org.mingze.report.ReportTemplates;
import org.mingze.report.Sealing;
import org.mingze.report.paper.PaperForm;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

@DisplayName("报告里的数与台账的数")
class ReconciliationTest {
    private static final Path VOCABULARY =
            Path.of("institutions/vocabulary/common/2020-01-01.yaml");

    private static final String REPORT =
            """
            制度: 述职办法
            编号: bao
            施行: {自: 2025-01-01}
            用: [公共]
            出处: {本: {名: 述职办法, 条文: {}}}
            职责: []
            指标:
              - {号: 谈心, 名: 书记谈心, 谁: 党委书记, 每: 年, 值: '筛(期内(谈话), t -> t.类 = "谈心")', 单位: 次}
            述职:
              号: 述职.书记
              名: 述职报告
              谁: 党委书记
              板块: [{题: 履职情况, 句: ['谈心谈话{谈心}。']}]
            """;

    @TempDir private Path folder;

    private final List<Entry> entries = new ArrayList<>();

    @BeforeEach
    void openBooks() throws IOException {
        add("2025-01-01", "机构", "号", "gongwei", "名", "青石党工委", "类", "党工委", "级", "乡镇");
        add("2025-01-01", "机构", "号", "bieju", "名", "别处党工委", "类", "党工委", "级", "乡镇");
        add("2025-01-01", "岗位", "号", "shuji", "名", "青石书记", "于", "gongwei", "职", "书记");
        add("2025-01-01", "人员", "号", "p1", "名", "周砚田");
        add("2025-01-01", "任", "人", "p1", "岗", "shuji");
        add("2025-01-01", "施行", "编号", "common", "自", "2025-01-01", "文", read(VOCABULARY));
        add("2026-02-01", "学习", "机构", "gongwei", "类", "党课");
        add("2026-03-01", "学习", "机构", "gongwei", "类", "党课");
        add("2026-03-02", "学习", "机构", "bieju", "类", "党课");
        add("2026-04-01", "学习", "机构", "gongwei", "类", "警示教育");
        add("2027-04-01", "学习", "机构", "gongwei", "类", "党课");
        add("2026-05-01", "谈话", "类", "谈心", "谈话人", "shuji", "对象", "p1");
    }

    @Test
    @DisplayName("同一机构同一时期的记录数相同，说相符并列出记录")
    void agrees() {
        assertThat(conclusion("带头讲党课2次。"))
                .isInstanceOfSatisfying(
                        Conclusion.Agrees.class,
                        said -> assertThat(said.counting().records()).hasSize(2));
    }

    @Test
    @DisplayName("不同的说相差多少，多报少报分得清")
    void differs() {
        assertThat(conclusion("带头讲党课5次。"))
                .isInstanceOfSatisfying(
                        Conclusion.Differs.class,
                        said -> {
                            assertThat(said.countings())
                                    .extracting(Conclusion.Counting::counted)
                                    .containsExactly(2L);
                            assertThat(said.more()).isEqualTo(3);
                        });
        assertThat(conclusion("开展谈心谈话30余人次。"))
                .isEqualTo(
                        new Conclusion.Differs(
                                List.of(new Conclusion.Counting("", 1, List.of(12L))), 29));
    }

    @Test
    @DisplayName("隐去的数、目标、没有这类记录的数无法核，不算不符")
    void cannotCheck() {
        assertThat(conclusion("带头讲党课*次。")).isEqualTo(new Conclusion.Uncheckable("数字隐去"));
        assertThat(conclusion("新建公厕12座。")).isEqualTo(new Conclusion.Uncheckable("没有这类记录"));
        assertThat(conclusion("增长12%。")).isInstanceOf(Conclusion.Uncheckable.class);
        assertThat(conclusion("组织入户走访12户。")).isEqualTo(new Conclusion.Uncheckable("没有这类记录"));
    }

    @Test
    @DisplayName("说的是别的年份，算期外")
    void outsidePeriod() {
        assertThat(conclusion("2024年讲党课6次。")).isEqualTo(new Conclusion.OutsidePeriod("2024年"));
        assertThat(conclusion("去年讲党课6次。")).isEqualTo(new Conclusion.OutsidePeriod("去年"));
    }

    @Test
    @DisplayName("报告期从标题读出，没有写的按当年到交来之日")
    void findsPeriod() {
        LocalDate day = LocalDate.of(2026, 8, 5);
        assertThat(ReportPeriod.of("2026年上半年述职报告", day).to()).isEqualTo("2026-06-30");
        assertThat(ReportPeriod.of("2025年度述职报告", day).from()).isEqualTo("2025-01-01");
        assertThat(ReportPeriod.of("2025年第三季度报告", day).from()).isEqualTo("2025-07-01");
        assertThat(ReportPeriod.of("2026年1至5月情况", day).to()).isEqualTo("2026-05-31");
        assertThat(ReportPeriod.of("述职报告\n今年以来", day).to()).isEqualTo(day);
    }

    @Test
    @DisplayName("下级单位的、领导本岗的，有一种数法对得上就不说多报少报，说是哪一种")
    void whatIsPlausibleIsNotAccused() throws IOException {
        add("2025-01-01", "机构", "号", "cun", "名", "南桥村支部", "类", "党支部", "级", "村", "属", "gongwei");
        add("2025-01-01", "岗位", "号", "fu", "名", "青石副书记", "于", "gongwei", "职", "副书记");
        add("2025-01-01", "任", "人", "p1", "岗", "fu");
        add("2026-05-02", "学习", "机构", "cun", "类", "党课");
        add("2026-05-03", "谈话", "类", "谈心", "谈话人", "fu", "对象", "p1");
        assertThat(way("带头讲党课3次。")).isEqualTo("含直接下级单位");
        assertThat(conclusion("带头讲党课9次。"))
                .isInstanceOfSatisfying(
                        Conclusion.Differs.class,
                        said ->
                                assertThat(said.countings())
                                        .extracting(Conclusion.Counting::counted)
                                        .containsExactly(2L, 3L));
        add("2025-01-01", "施行", "编号", "bao", "自", "2025-01-01", "文", REPORT);
        assertThat(way("谈心谈话2次。")).isEmpty();
        assertThat(way("谈心谈话1次。")).isEqualTo("书记谈心");
        assertThat(way("开展谈心1次。")).isEqualTo("青石书记本岗");
    }

    private String way(String sentence) {
        return conclusion(sentence) instanceof Conclusion.Agrees(Conclusion.Counting counting)
                ? counting.way()
                : "不相符";
    }

    @Test
    @DisplayName("产品自己写的述职报告，存成.docx再读，一处数也不说多报少报，附录和落款不算措施")
    void itsOwnReportAgrees() throws IOException {
        Path sample = Path.of("samples", "mingchuan");
        Knowledge known = Knowledge.of(Archive.read(sample).entries(), WorkCalendar.published());
        LocalDate day = LocalDate.of(2026, 11, 23);
        DutyReport report =
                ReportDraft.compose(
                        ReportTemplates.enacted(new AsOf(known, day), day).stream()
                                .filter(each -> each.template().number().equals("述职.书记"))
                                .findFirst()
                                .orElseThrow(),
                        "qingshi.gongwei.secretary",
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2026, 12, 31),
                        new AsOf(known, day),
                        new Sealing(known.size(), Digest.of(new byte[] {1}), known.knownAt()));
        Path file = folder.resolve("述职.docx");
        try (OutputStream out = Files.newOutputStream(file)) {
            ReportDocument.write(report, PaperForm.DOCX, out);
        }
        String text = ((Read.Document) DocumentText.read(file)).text();
        Reading reading = ReportReader.read("述职.docx", text);
        ReportPeriod period = ReportPeriod.of(text, day);
        List<Conclusion> conclusions =
                Reconciliation.of(known, "qingshi.gongwei", period, day, text).conclusions(reading);
        assertThat(conclusions).noneMatch(Conclusion.Differs.class::isInstance);
        assertThat(conclusions.stream().filter(Conclusion.Agrees.class::isInstance).count())
                .isGreaterThan(conclusions.size() / 2);
        assertThat(reading.measures())
                .extracting(Reading.Measure::gist)
                .noneMatch(said -> said.matches(".*(?:周砚田|本人填写|11月23日|数字摘要|核验：).*"));
    }

    @Test
    @DisplayName("缺述廉部分、没有措施或时限的问题，逐条点名")
    void namesWhatIsMissing() {
        String text =
                "2026年度述职述廉报告\n一、履职情况\n开展学习3次。\n二、存在问题\n一是理论学习不够深入。二是调查研究不够扎实。\n"
                        + "三、下步措施\n一是加强理论学习。每月自学一次。";
        List<String> missing =
                new Completeness(ReportReader.read("述职.txt", text), "述职", text).missing();
        assertThat(missing).contains("缺“述廉部分”。", "第2个问题没有措施。", "第1、2个问题没有原因。", "第1个问题措施没有时限。");
    }

    private Conclusion conclusion(String sentence) {
        String text = "2026年度述职报告\n" + sentence;
        Reading reading = ReportReader.read("述职.txt", text);
        Knowledge known = Knowledge.of(entries, WorkCalendar.published());
        assertThat(known.faults()).isEmpty();
        ReportPeriod period = ReportPeriod.of(text, LocalDate.of(2027, 1, 10));
        return Reconciliation.of(known, "gongwei", period, period.to(), text)
                .conclusions(reading)
                .getFirst();
    }

    private void add(String day, String kind, String... fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        for (int index = 0; index < fields.length; index += 2) {
            content.put(fields[index], new Content.Text(fields[index + 1]));
        }
        long number = entries.size() + 1L;
        LocalDate occurred = LocalDate.parse(day);
        Instant recorded =
                occurred.atTime(18, 0).atZone(ChinaTime.ZONE).toInstant().plusSeconds(number);
        Draft draft =
                new Draft(
                        kind,
                        Occurred.on(occurred),
                        Recorder.SETUP,
                        EntryMode.REPORTED,
                        new Content.Group(content));
        entries.add(Entry.of(number, draft, recorded));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
