package org.mingze.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.journal.Content;
import org.mingze.journal.Digest;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.report.kept.OwnWords;
import org.mingze.report.masking.MaskedTwin;
import org.mingze.report.paper.OfficeTemplate;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

/// 小账 — a small journal: one committee, its secretary, one template, a few records.
final class Books {
    static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    static final LocalDate TO = LocalDate.of(2026, 6, 30);
    private static final Path VOCABULARY =
            Path.of("institutions/vocabulary/common/2020-01-01.yaml");

    private final List<Entry> entries = new ArrayList<>();

    /// The journal before its first record.
    static Books opened(String institution) {
        Books books = new Books();
        books.add("2025-01-01", "机构", "号", "gongwei", "名", "青石党工委", "类", "党工委", "级", "乡镇");
        books.add("2025-01-01", "岗位", "号", "shuji", "名", "青石党工委书记", "于", "gongwei", "职", "书记");
        books.add("2025-01-01", "人员", "号", "p1", "名", "周砚田");
        books.add("2025-01-01", "人员", "号", "p2", "名", "林未央");
        books.add("2025-01-01", "任", "人", "p1", "岗", "shuji");
        books.enact("common", read(VOCABULARY));
        books.enact("test.report", institution);
        return books;
    }

    void enact(String id, String text) {
        add("2025-01-01", "施行", "编号", id, "自", "2025-01-01", "文", text);
    }

    /// Adds an entry of texts; returns its number.
    long add(String day, String kind, String... fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        for (int index = 0; index < fields.length; index += 2) {
            content.put(fields[index], new Content.Text(fields[index + 1]));
        }
        return put(day, kind, new Content.Group(content));
    }

    long correct(String day, long number, String field, String value) {
        Map<String, Content> content = new LinkedHashMap<>();
        content.put("原", new Content.Text(String.valueOf(number)));
        content.put("改", new Content.Group(Map.of(field, new Content.Text(value))));
        content.put("因", new Content.Text("记错"));
        return put(day, "更正", new Content.Group(content));
    }

    private long put(String day, String kind, Content.Group content) {
        long number = entries.size() + 1L;
        LocalDate occurred = LocalDate.parse(day);
        Instant recorded =
                occurred.atTime(18, 0).atZone(ChinaTime.ZONE).toInstant().plusSeconds(number);
        Draft draft =
                new Draft(kind, Occurred.on(occurred), Recorder.SETUP, EntryMode.REPORTED, content);
        entries.add(Entry.of(number, draft, recorded));
        return number;
    }

    long study(String day, String kind) {
        return add(day, "学习", "机构", "gongwei", "类", kind, "题", "从严治党");
    }

    DutyReport report(LocalDate day) {
        return report(FROM, TO, day);
    }

    DutyReport report(LocalDate from, LocalDate to, LocalDate day) {
        Knowledge known = Knowledge.of(entries, WorkCalendar.published());
        if (!known.faults().isEmpty()) {
            throw new IllegalStateException(known.faults().toString());
        }
        AsOf asOf = new AsOf(known, day);
        ReportTemplates.Declared template =
                ReportTemplates.enacted(asOf, to).stream().findFirst().orElseThrow();
        Sealing sealing = new Sealing(known.size(), Digest.of(new byte[] {1}), known.knownAt());
        return ReportDraft.compose(template, "shuji", from, to, asOf, sealing);
    }

    DutyReport report(LocalDate day, OwnWords own) {
        return ReportDraft.compose(template(day), "shuji", FROM, TO, asOf(day), sealing(), own);
    }

    OfficeReport.Filled filled(List<OfficeTemplate.Place> places, OwnWords own) {
        return OfficeReport.fill(places, template(TO), "shuji", FROM, TO, asOf(TO), sealing(), own);
    }

    Map<String, String> places() {
        return OfficeReport.known(template(TO));
    }

    org.mingze.organization.Organization organization() {
        return asOf(TO).known().organization();
    }

    private AsOf asOf(LocalDate day) {
        return new AsOf(Knowledge.of(entries, WorkCalendar.published()), day);
    }

    private ReportTemplates.Declared template(LocalDate day) {
        return ReportTemplates.enacted(asOf(day), TO).stream().findFirst().orElseThrow();
    }

    private Sealing sealing() {
        Knowledge known = Knowledge.of(entries, WorkCalendar.published());
        return new Sealing(known.size(), Digest.of(new byte[] {1}), known.knownAt());
    }

    MaskedTwin masked(DutyReport report) {
        return MaskedTwin.of(
                report, Knowledge.of(entries, WorkCalendar.published()).organization());
    }

    /// An institution with these sections under the template.
    static String institution(String... clauses) {
        String head =
                """
                制度: 述职办法
                编号: test.report
                施行: {自: 2025-01-01}
                用: [公共]
                出处: {本: {名: 述职办法, 条文: {}}}
                职责:
                  - {号: 研讨.季, 名: 每季度集体研讨, 谁: 党委党组, 据: 自定 试 D, 式: 频次, 做: {录: 学习, 且: '类 = "研讨"'}, 每: 季, 至少: 1}
                指标:
                  - {号: 学习数, 名: 集体学习, 谁: 党委党组, 每: 季, 值: 期内(学习), 单位: 次}
                  - {号: 研讨数, 名: 集体研讨, 谁: 党委党组, 每: 季, 值: '筛(期内(学习), s -> s.类 = "研讨")', 单位: 次}
                  - {号: 分日, 名: 分半日数的学习, 谁: 党委党组, 每: 季, 值: 期内(学习), 分: 半日数, 平: 是, 单位: 次}
                  - {号: 诫勉数, 名: 诫勉谈话, 谁: 党委书记, 每: 季, 值: '筛(期内(谈话), t -> t.类 = "诫勉")', 单位: 次}
                  - {号: 往年学习, 名: 历来学习, 谁: 党委党组, 每: 季, 值: 往(学习), 单位: 次}
                  - {号: 政府会议, 名: 政府会议, 谁: 政府, 每: 季, 值: 期内(会议), 单位: 次}
                述职:
                  号: 述职.书记
                  名: 述职述廉述责报告
                  谁: 党委书记
                  板块:
                """;
        StringBuilder text = new StringBuilder(head);
        Arrays.stream(clauses).forEach(clause -> text.append("    - ").append(clause).append('\n'));
        return text.toString();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
