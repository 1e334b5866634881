import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.ChinaTime;

/// The committed workload: posts in bodies of ten, each held by a person; half as many kinds of act
/// as duties, so that a record matches two duties (of the second, one in twenty falls short); a
/// tenth of the records is entered a month late; corrections change the minutes, the kind or the
/// post.
///
/// Everything comes from the seed. `next` makes entries one after the other, so that a journal of
/// any length is prepared in pieces, outside the clock.
final class Workload {
    static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final String VOCABULARY =
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
              做事: {英: Act, 归: 人, 字段: {人: 岗 必, 类: 词(事类) 必, 时长: 整, 备注: 文}}
            """;

    final int posts;
    final int duties;
    final int years;
    final int records;
    final int corrections;
    private final String grace;
    private final Random random;
    private final long[] numbers;
    private long number;
    private int made;
    private int corrected;

    Workload(int posts, int duties, int years, int records, int correctionsPercent) {
        this(posts, duties, years, records, correctionsPercent, "3日");
    }

    Workload(int posts, int duties, int years, int records, int correctionsPercent, String grace) {
        this.grace = grace;
        this.posts = posts;
        this.duties = duties;
        this.years = years;
        this.records = records;
        this.numbers = new long[records];
        this.corrections = (int) ((long) records * correctionsPercent / 100);
        this.random = new Random(20_261_121L);
    }

    LocalDate last() {
        return FIRST.plusYears(years).minusDays(1);
    }

    /// The day after every grace has ended.
    LocalDate after() {
        return FIRST.plusYears(years).plusDays(60);
    }

    /// What sets the county up: words, rules, bodies, posts, people and who holds what.
    List<Entry> setUp() {
        List<Entry> entries = new ArrayList<>();
        LocalDate before = FIRST.minusYears(1);
        entries.add(
                entry(
                        "施行",
                        before,
                        before,
                        Map.of("编号", "bench.words", "自", "2020-01-01", "文", vocabulary())));
        entries.add(
                entry(
                        "施行",
                        before,
                        before,
                        Map.of("编号", "bench.rules", "自", "2020-01-01", "文", rules(1, "30"))));
        for (int body = 0; body < (posts + 9) / 10; body++) {
            String code = "b" + body;
            entries.add(
                    entry("机构", before, before, Map.of("号", code, "名", code, "类", "党委", "级", "县")));
        }
        for (int post = 0; post < posts; post++) {
            String code = "p" + post;
            String person = "n" + post;
            entries.add(
                    entry(
                            "岗位",
                            before,
                            before,
                            Map.of("号", code, "名", code, "于", "b" + post / 10, "职", "书记")));
            entries.add(entry("人员", before, before, Map.of("号", person, "名", person)));
            entries.add(entry("任", before, before, Map.of("人", person, "岗", code)));
        }
        return entries;
    }

    String vocabulary() {
        StringBuilder kinds = new StringBuilder("类0");
        for (int kind = 1; kind < duties / 2; kind++) {
            kinds.append(", 类").append(kind);
        }
        return VOCABULARY.formatted(kinds);
    }

    /// The rules with another number required, or of minutes.
    String rules(int atLeast, String minutes) {
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
        for (int duty = 0; duty < duties; duty++) {
            String condition = "类 = \"类" + duty / 2 + "\"";
            text.append("  - {号: 月.")
                    .append(duty)
                    .append(", 名: 每月一次, 谁: 书记, 据: 本 1 C, 式: 频次, 做: {录: 做事, 且: '")
                    .append(duty % 2 == 0 ? condition : condition + " 且 时长 ≥ " + minutes)
                    .append("'}, 每: 月, 至少: ")
                    .append(atLeast)
                    .append(grace.isEmpty() ? "}\n" : ", 宽限: " + grace + "}\n");
        }
        return text.toString();
    }

    boolean hasNext() {
        return made < records || corrected < corrections;
    }

    List<Entry> next(int most) {
        List<Entry> entries = new ArrayList<>(most);
        while (entries.size() < most && hasNext()) {
            boolean correct =
                    made == records
                            || (long) corrected * records < (long) corrections * made
                                    && random.nextInt(4) == 0;
            entries.add(correct ? correction() : record());
        }
        return entries;
    }

    private LocalDate today() {
        return FIRST.plusDays((long) made * (365L * years) / records);
    }

    private Entry record() {
        LocalDate recorded = today();
        LocalDate day = recorded.minusDays(random.nextInt(10) == 0 ? 30 : random.nextInt(3));
        made++;
        Entry entry =
                entry(
                        "做事",
                        day.isBefore(FIRST) ? FIRST : day,
                        recorded,
                        Map.of("人", post(), "类", kind(), "时长", minutes()));
        numbers[made - 1] = number;
        return entry;
    }

    private String post() {
        return "p" + random.nextInt(posts);
    }

    private String kind() {
        return "类" + random.nextInt(duties / 2);
    }

    private String minutes() {
        return Integer.toString(
                random.nextInt(20) == 0 ? random.nextInt(30) : 30 + random.nextInt(90));
    }

    private Entry correction() {
        corrected++;
        int what = random.nextInt(10);
        String field = what < 7 ? "时长" : what < 9 ? "类" : "人";
        String value = what < 7 ? minutes() : what < 9 ? kind() : post();
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("原", text(Long.toString(numbers[random.nextInt(made)])));
        fields.put("改", new Content.Group(Map.of(field, text(value))));
        fields.put("因", text("录错"));
        return entry("更正", today(), today(), new Content.Group(fields));
    }

    private Entry entry(
            String kind, LocalDate day, LocalDate recorded, Map<String, String> fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        fields.forEach((key, value) -> content.put(key, text(value)));
        return entry(kind, day, recorded, new Content.Group(content));
    }

    private static Content text(String value) {
        return new Content.Text(value);
    }

    private Entry entry(String kind, LocalDate day, LocalDate recorded, Content.Group content) {
        number++;
        Instant at =
                recorded.atTime(LocalTime.NOON)
                        .atZone(ChinaTime.ZONE)
                        .toInstant()
                        .plusNanos(1000L * number);
        return Entry.of(
                number,
                new Draft(kind, Occurred.on(day), Recorder.SETUP, EntryMode.REPORTED, content),
                at);
    }
}
