import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

/// 500 posts × 40 duties × 12 months, 200,000 records, 20 % corrections: folding the journal and
/// judging every obligation, on one core; and the same obligations judged without indexes on a
/// sample of them (every record of the journal read for each obligation), scaled up.
static final int POSTS = 500;
static final int DUTIES = 40;
static final int RECORDS = 200_000;
static final int CORRECTIONS = 40_000;
static final LocalDate YEAR = LocalDate.of(2025, 1, 1);
static final String VOCABULARY =
        """
        词汇: 基准
        编号: bench.words
        施行: {自: 2020-01-01}
        选项:
          机构类: [党委]
          级: [县, 乡镇]
          职: [书记]
          事类: [%s]
        角色:
          书记: {岗: {职: 书记}, 于: {类: 党委}}
        记录:
          做事: {英: Act, 归: 人, 字段: {人: 岗 必, 类: 词(事类) 必, 时长: 数}}
        """;

void main() {
    List<Entry> journal = journal();
    for (int round = 1; round <= 3; round++) {
        System.gc();
        long before = used();
        long start = System.nanoTime();
        Knowledge known = Knowledge.of(journal, WorkCalendar.published());
        double folded = (System.nanoTime() - start) / 1e9;
        if (!known.faults().isEmpty()) {
            throw new IllegalStateException(known.faults().getFirst());
        }
        start = System.nanoTime();
        Obligations obligations = new Obligations(known, YEAR.plusYears(1).plusDays(30));
        int judged = 0;
        int fulfilled = 0;
        for (var owed : obligations.raised(YEAR, YEAR.plusYears(1).minusDays(1))) {
            Verdict verdict = obligations.judge(owed);
            judged++;
            fulfilled += verdict.standing() == Standing.FULFILLED ? 1 : 0;
        }
        double all = (System.nanoTime() - start) / 1e9;
        long bytes = used() - before;
        java.lang.ref.Reference.reachabilityFence(known);
        IO.println(
                ("Evaluation round %d: %d records, %d corrections, %d obligations (%d fulfilled);"
                                + " fold %.2f s (%,.0f entries/s), judge %.2f s,"
                                + " together %,.0f records/s; %d MB held")
                        .formatted(
                                round,
                                RECORDS,
                                CORRECTIONS,
                                judged,
                                fulfilled,
                                folded,
                                journal.size() / folded,
                                all,
                                RECORDS / (folded + all),
                                bytes / 1_000_000));
    }
    IO.println(machine());
}

static List<Entry> journal() {
    List<Entry> entries = new ArrayList<>();
    StringBuilder kinds = new StringBuilder("类0");
    for (int kind = 1; kind < DUTIES / 2; kind++) {
        kinds.append(", 类").append(kind);
    }
    Instant early = Instant.parse("2020-01-01T00:00:00Z");
    add(
            entries,
            "施行",
            YEAR.minusYears(5),
            early,
            Map.of("编号", "bench.words", "自", "2020-01-01", "文", VOCABULARY.formatted(kinds)));
    add(
            entries,
            "施行",
            YEAR.minusYears(5),
            early,
            Map.of("编号", "bench.rules", "自", "2020-01-01", "文", rules()));
    add(entries, "机构", YEAR.minusYears(5), early, Map.of("号", "b", "名", "县委", "类", "党委", "级", "县"));
    for (int post = 0; post < POSTS; post++) {
        add(
                entries,
                "岗位",
                YEAR.minusYears(5),
                early,
                Map.of("号", "p" + post, "名", "岗" + post, "于", "b", "职", "书记"));
    }
    Random random = new Random(42);
    List<Long> numbers = new ArrayList<>();
    for (int index = 0; index < RECORDS; index++) {
        LocalDate day = YEAR.plusDays(random.nextInt(365));
        numbers.add((long) entries.size() + 1);
        add(
                entries,
                "做事",
                day,
                instant(day),
                Map.of(
                        "人", "p" + random.nextInt(POSTS),
                        "类", "类" + random.nextInt(DUTIES / 2),
                        "时长", Integer.toString(random.nextInt(90))));
        if (random.nextInt(RECORDS) < CORRECTIONS) {
            Map<String, Content> fields = new LinkedHashMap<>();
            fields.put(
                    "原",
                    new Content.Text(Long.toString(numbers.get(random.nextInt(numbers.size())))));
            fields.put(
                    "改",
                    new Content.Group(
                            Map.of("时长", new Content.Text(Integer.toString(random.nextInt(90))))));
            fields.put("因", new Content.Text("改时长"));
            entries.add(
                    Entry.of(
                            entries.size() + 1,
                            new Draft(
                                    "更正",
                                    Occurred.on(day),
                                    Recorder.SETUP,
                                    EntryMode.REPORTED,
                                    new Content.Group(fields)),
                            instant(day)));
        }
    }
    return entries;
}

static String rules() {
    StringBuilder text =
            new StringBuilder(
                    """
            制度: 基准制度
            编号: bench.rules
            施行: {自: 2020-01-01}
            用: [基准]
            出处: {本: {名: 基准制度, 条文: {1: 每月一次}}}
            职责:
            """);
    for (int duty = 0; duty < DUTIES; duty++) {
        String condition =
                duty % 2 == 0 ? "类 = \"类" + duty / 2 + "\"" : "类 = \"类" + duty / 2 + "\" 且 时长 ≥ 30";
        text.append("  - {号: 月.")
                .append(duty)
                .append(", 名: 每月一次, 谁: 书记, 据: 本 1 C, 式: 频次, 做: {录: 做事, 且: '")
                .append(condition)
                .append("'}, 每: 月, 至少: 1}\n");
    }
    return text.toString();
}

static void add(
        List<Entry> entries, String kind, LocalDate day, Instant at, Map<String, String> fields) {
    Map<String, Content> content = new LinkedHashMap<>();
    fields.forEach((key, value) -> content.put(key, new Content.Text(value)));
    entries.add(
            Entry.of(
                    entries.size() + 1,
                    new Draft(
                            kind,
                            Occurred.on(day),
                            Recorder.SETUP,
                            EntryMode.REPORTED,
                            new Content.Group(content)),
                    at));
}

static Instant instant(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(ChinaTime.ZONE).toInstant();
}

static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
}

static String machine() {
    return "machine: %d cores, Java %s, %s %s"
            .formatted(
                    Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"),
                    System.getProperty("os.name"), System.getProperty("os.arch"));
}
