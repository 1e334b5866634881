import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.search.RecordSearch;

static final List<String> WORDS =
        List.of(
                "学习", "党建", "安全生产", "信访", "整改", "民主生活会", "巡察", "乡村振兴", "防汛", "财政", "调研", "督查", "会议",
                "专题", "约谈", "项目", "土地", "环保", "教育", "卫生", "第一议题", "重大事项", "请示报告", "述职", "考核", "干部",
                "人才", "廉政", "家访", "走访", "座谈", "培训");

/// Two characters to a page of hits, with many records known: a word that most hold, a rare one, a
/// phrase, two words, and a word within one of 500 bodies. Arguments: records, rounds.
void main(String[] arguments) {
    int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    Workload workload = new Workload(5_000, 4, 1, 10, 0);
    Knowledge known = new Knowledge(WorkCalendar.published());
    workload.setUp().forEach(known::apply);
    List<String> posts =
            known.organization().posts(Workload.FIRST).stream().map(post -> post.code()).toList();
    Random random = new Random(4);
    Instant at = Instant.parse("2024-01-01T00:00:00Z");
    long first = known.size();
    for (int made = 1; made <= records; made++) {
        Content.Group content =
                new Content.Group(
                        Map.of(
                                "人", new Content.Text(posts.get(random.nextInt(posts.size()))),
                                "类", new Content.Text("类0"),
                                "备注", new Content.Text(text(random, made))));
        known.apply(
                Entry.of(
                        first + made,
                        new Draft(
                                "做事",
                                Occurred.on(Workload.FIRST.plusDays(made % 300)),
                                Recorder.SETUP,
                                EntryMode.REPORTED,
                                content),
                        at.plusMillis(made)));
    }
    RecordSearch search = new RecordSearch();
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    long from = System.nanoTime();
    search.prepare(1, known, Integer.MAX_VALUE);
    long built = (System.nanoTime() - from) / 1_000_000;
    System.gc();
    long held = (runtime.totalMemory() - runtime.freeMemory() - before) >> 20;
    IO.println(
            "Searching: %,d records (%,d faults), index built in %,d ms, %,d MB"
                    .formatted(records, known.faults().size(), built, held));
    Sight all = new Sight(true, Set.of(), "");
    String body = known.organization().bodies(Workload.FIRST).getFirst().code();
    Sight one = new Sight(false, Set.of(body), "nobody");
    measure("a word that most hold", search, known, all, "学习", rounds);
    measure("a rare word", search, known, all, "鹳雀", rounds);
    measure("a phrase", search, known, all, "民主生活会整改", rounds);
    measure("two words", search, known, all, "学习 防汛", rounds);
    measure("within one body", search, known, one, "学习", rounds);
}

static String text(Random random, int number) {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < 10; word++) {
        text.append(
                random.nextInt(10) < 6
                        ? WORDS.get(random.nextInt(WORDS.size()))
                        : ""
                                + (char) (0x4e00 + random.nextInt(6_000))
                                + (char) (0x4e00 + random.nextInt(6_000)));
    }
    return number % 50_000 == 7 ? text.append("鹳雀楼").toString() : text.toString();
}

static void measure(
        String what, RecordSearch search, Knowledge known, Sight sight, String words, int rounds) {
    long[] times = new long[rounds];
    int count = 0;
    for (int round = 0; round < rounds; round++) {
        long from = System.nanoTime();
        count =
                search.find(
                                1,
                                known,
                                sight,
                                new RecordSearch.Asked(words, Set.of(), Optional.empty(), 0, 20))
                        .count();
        times[round] = System.nanoTime() - from;
    }
    Arrays.sort(times);
    IO.println(
            "%s: %,d looked at and found; median %.1f ms, p95 %.1f ms"
                    .formatted(
                            what, count, times[rounds / 2] / 1e6, times[rounds * 95 / 100] / 1e6));
}
