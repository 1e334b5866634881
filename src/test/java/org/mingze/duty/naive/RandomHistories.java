package org.mingze.duty.naive;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingze.duty.ObligationKey;
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

/// 随机账 — a small county, one institution or two, and what happens there, all from a seed.
final class RandomHistories {
    static final LocalDate START = LocalDate.of(2026, 2, 2);
    static final LocalDate END = LocalDate.of(2026, 3, 8);
    static final Set<String> RECORDS =
            Set.of(
                    "学习", "谈话", "来件", "答复", "问题", "措施", "销号", "复发", "计划", "值班", "停算", "督办", "事项",
                    "审查");
    private static final LocalDate FIRST_VERSION = LocalDate.of(2026, 1, 1);
    private static final Map<String, List<String>> PARAMETERS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("月次", List.of("1", "2", "5")),
                            Map.entry("周次", List.of("1", "2")),
                            Map.entry("谈次", List.of("1", "2")),
                            Map.entry("答限", List.of("12日")),
                            Map.entry("员数", List.of("1", "3")),
                            Map.entry("周期", List.of("周", "月", "季")),
                            Map.entry("占", List.of("1/3", "2/3")),
                            Map.entry("比期", List.of("周", "季")),
                            Map.entry("汛期始", List.of("02-24", "01-30")),
                            Map.entry("缓", List.of("0日", "2日", "9日")),
                            Map.entry("级满", List.of("1日", "4日")),
                            Map.entry("级限", List.of("2日", "12日")),
                            Map.entry("连限", List.of("2日", "6日"))));
    private static final Set<Standing> EXEMPTED =
            Set.of(Standing.OPEN, Standing.BREACHED, Standing.UNPROVEN, Standing.STAYED);
    private static final LocalDate SETUP = LocalDate.of(2025, 12, 1);

    /// So many seeds in a row have the same institutions.
    static final int NEIGHBOURS = 20;

    private final long seed;
    private Random random;
    private final List<String> names;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> branches = new ArrayList<>();
    private final List<String> posts = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final Map<String, Set<String>> institutions = new LinkedHashMap<>();
    private final Map<String, List<Long>> numbers = new LinkedHashMap<>();
    private LocalDate now = SETUP;
    private int setUp;

    /// A journal, and how many entries at its head set the county up.
    record History(long seed, List<Entry> entries, int setUp) {
        History {
            entries = List.copyOf(entries);
        }
    }

    private RandomHistories(long seed, List<String> names) {
        this.seed = seed;
        this.random = new Random(seed);
        this.names = names;
    }

    static History of(long seed, int length) {
        return of(seed, length, TrialInstitutions.NAMES);
    }

    /// Under some of these institutions only.
    static History of(long seed, int length, List<String> names) {
        RandomHistories histories = new RandomHistories(seed, names);
        histories.setUp();
        for (int index = 0; index < length; index++) {
            histories.next();
        }
        return new History(seed, histories.entries, histories.setUp);
    }

    private void setUp() {
        enactFirst();
        body("县", "党委", "县", "");
        int towns = 1 + random.nextInt(2);
        for (int town = 1; town <= towns; town++) {
            body("镇" + town, "党委", "乡镇", "县");
        }
        int count = 1 + random.nextInt(2);
        for (int branch = 1; branch <= count; branch++) {
            String code = "支" + branch;
            body(code, "党支部", "村", "镇" + (1 + random.nextInt(towns)));
            branches.add(code);
            post(code + "书记", code, "书记");
            if (chance(50)) {
                post(code + "副", code, "副书记");
            }
        }
        post("镇1书记", "镇1", "书记");
        post("镇1副", "镇1", "副书记");
        for (int person = 1; person <= 3; person++) {
            String code = "人" + person;
            people.add(code);
            add("人员", SETUP, Map.of("号", code, "名", code));
            add("任", SETUP.plusDays(person), Map.of("人", code, "岗", pick(posts)));
            if (chance(40)) {
                add("编入", SETUP, Map.of("人", code, "机构", pick(branches)));
            }
        }
        setUp = entries.size();
        now = START;
    }

    /// The same for neighbouring seeds, so that the texts need not be read anew for each.
    private void enactFirst() {
        Random own = random;
        random = new Random(seed / NEIGHBOURS);
        random.nextInt();
        add("施行", SETUP, enactment("common", TrialInstitutions.VOCABULARY, SETUP));
        int rules = chance(75) ? 1 : Math.min(2, names.size());
        while (institutions.size() < rules) {
            String name = pick(names);
            institutions.putIfAbsent(name, duties(name));
        }
        for (String name : institutions.keySet()) {
            enact(name, FIRST_VERSION, "");
        }
        random = own;
    }

    /// Two neighbouring duties; a ladder with what it climbs from.
    private Set<String> duties(String name) {
        List<String> all = TrialInstitutions.duties(name);
        if (name.equals("try.ladders")) {
            return new TreeSet<>(chance(50) ? all.subList(0, 2) : all.subList(2, 5));
        }
        int first = random.nextInt(all.size());
        return new TreeSet<>(Set.of(all.get(first), all.get((first + 1) % all.size())));
    }

    private void body(String code, String kind, String level, String parent) {
        bodies.add(code);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("号", code);
        fields.put("名", code);
        fields.put("类", kind);
        fields.put("级", level);
        if (!parent.isEmpty()) {
            fields.put("属", parent);
        }
        add("机构", SETUP, fields);
    }

    private void post(String code, String body, String title) {
        posts.add(code);
        add("岗位", SETUP, Map.of("号", code, "名", code, "于", body, "职", title));
    }

    private void enact(String name, LocalDate from, String force) {
        Set<String> duties = institutions.getOrDefault(name, Set.of());
        String others =
                String.join(
                        ", ",
                        institutions.keySet().stream().filter(id -> !id.equals(name)).toList());
        String head = others.isEmpty() || chance(90) ? "" : "抵触: [" + others + "]\n";
        TrialInstitutions.Variant variant =
                new TrialInstitutions.Variant(random.nextBoolean(), force, head, duties::contains);
        String text = TrialInstitutions.text(name, from.toString(), variant);
        add("施行", from.isBefore(now) ? from : now, enactment(name, text, from));
    }

    private static Map<String, String> enactment(String name, String text, LocalDate from) {
        return Map.of("编号", name, "自", from.toString(), "文", text);
    }

    private void next() {
        now = now.plusDays(random.nextInt(9));
        int what = random.nextInt(100);
        if (what < 50) {
            record();
        } else if (what < 61) {
            correct();
        } else if (what < 67) {
            withdraw();
        } else if (what < 78) {
            exempt();
        } else if (what < 83) {
            extend();
        } else if (what < 92) {
            reorganize();
        } else {
            regulate();
        }
    }

    private void record() {
        String kind = pick(kinds());
        LocalDate day = chance(70) ? now : now.minusDays(random.nextInt(40));
        add(kind, day, fields(kind, day));
        numbers.computeIfAbsent(kind, _ -> new ArrayList<>()).add((long) entries.size());
    }

    private List<String> kinds() {
        return switch (pick(List.copyOf(institutions.keySet()))) {
            case "try.counting", "try.amounts" -> List.of("学习", "学习", "学习", "谈话");
            case "try.coverage" -> List.of("谈话");
            case "try.answering" -> List.of("来件", "来件", "答复", "答复");
            case "try.loops" -> List.of("问题", "问题", "措施", "销号", "销号", "复发");
            case "try.cycles" -> List.of("学习", "学习", "谈话", "来件", "答复", "停算", "问题", "措施", "销号");
            case "try.ratios" -> List.of("学习", "学习", "学习", "来件", "答复");
            case "try.rotas" -> List.of("学习", "学习", "谈话", "计划", "值班", "值班");
            case "try.limits" -> List.of("来件", "来件", "答复", "停算");
            case "try.steps" -> List.of("事项", "审查", "审查", "审查", "学习");
            case "try.ladders" -> List.of("来件", "来件", "答复", "学习", "督办", "督办");
            default -> List.of("学习", "来件", "答复");
        };
    }

    private Map<String, Content> fields(String kind, LocalDate day) {
        Map<String, Content> fields = new LinkedHashMap<>();
        switch (kind) {
            case "学习" -> {
                maybe(fields, "机构", pick(chance(70) ? branches : bodies));
                maybe(fields, "类", chance(60) ? "研讨" : "自学");
                maybe(fields, "主讲", pick(posts));
                maybe(fields, "学时", pick(List.of("1", "2", "3.5", "0")));
                maybe(fields, "题", pick(List.of("党章", "条例", "讲话")));
                maybe(fields, "收日", day.plusDays(random.nextInt(20) - 10).toString());
                list(fields, "参加", people);
                list(fields, "材料", List.of("讲稿", "纪要"));
            }
            case "谈话" -> {
                maybe(fields, "谈话人", pick(posts));
                maybe(fields, "对象", pick(people));
                maybe(fields, "对岗", pick(posts));
                maybe(fields, "对机构", pick(bodies));
            }
            case "来件" -> {
                maybe(fields, "机构", pick(bodies));
                maybe(fields, "岗", pick(posts));
                maybe(fields, "收日", day.minusDays(random.nextInt(6) - 1).toString());
                maybe(fields, "类", chance(70) ? "平件" : "急件");
                maybe(fields, "人数", Integer.toString(random.nextInt(10)));
            }
            case "答复" -> {
                maybe(fields, "机构", pick(bodies));
                link(fields, "件", "来件");
                maybe(fields, "满意", chance(70) ? "是" : "否");
                maybe(fields, "送达", day.plusDays(random.nextInt(4)).toString());
            }
            case "计划" -> {
                maybe(fields, "机构", pick(bodies));
                fields.put("项", new Content.Series(List.of(row(day), row(day))));
            }
            case "值班" -> {
                maybe(fields, "机构", pick(branches));
                LocalDate friday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
                maybe(fields, "自", friday + (chance(70) ? "T00:00" : "T12:00"));
                maybe(fields, "止", friday + (chance(50) ? "T12:00" : "T24:00"));
            }
            case "停算" -> {
                link(fields, "件", "来件");
                maybe(fields, "自", day.plusDays(random.nextInt(4) - 1).toString());
                maybe(fields, "止", day.plusDays(1L + random.nextInt(5)).toString());
                maybe(fields, "实", chance(80) ? "是" : "否");
            }
            case "督办" -> {
                maybe(fields, "机构", pick(bodies));
                maybe(fields, "类", pick(List.of("提醒", "督办", "约谈")));
                maybe(fields, "人", pick(posts));
                maybe(fields, "向", pick(branches));
                link(fields, "缘", "来件");
            }
            case "事项" -> {
                maybe(fields, "机构", pick(bodies));
                maybe(fields, "大", chance(85) ? "是" : "否");
            }
            case "审查" -> {
                maybe(fields, "机构", pick(bodies));
                link(fields, "事", "事项");
                maybe(fields, "类", pick(List.of("论证", "评估", "合法")));
                maybe(fields, "过", chance(75) ? "是" : "否");
            }
            case "问题" -> {
                maybe(fields, "机构", pick(bodies));
                maybe(fields, "责任人", pick(posts));
                if (chance(40)) {
                    maybe(fields, "原因", "不严");
                }
                if (chance(60)) {
                    maybe(fields, "期限", day.plusDays(5L + random.nextInt(30)).toString());
                }
            }
            default -> {
                link(fields, "问题", "问题");
                if (kind.equals("销号")) {
                    maybe(fields, "过", chance(80) ? "是" : "否");
                }
            }
        }
        return fields;
    }

    private Content row(LocalDate day) {
        return new Content.Group(
                Map.of(
                        "日", new Content.Text(day.plusDays(random.nextInt(6)).toString()),
                        "人", new Content.Text(pick(posts))));
    }

    private void maybe(Map<String, Content> fields, String name, String value) {
        int dice = random.nextInt(100);
        if (dice < 85) {
            fields.put(name, new Content.Text(value));
        } else if (dice < 90) {
            fields.put(name, new Content.Text("不详"));
        }
    }

    private void list(Map<String, Content> fields, String name, List<String> words) {
        if (chance(75)) {
            fields.put(
                    name,
                    new Content.Series(
                            words.stream()
                                    .filter(_ -> chance(50))
                                    .<Content>map(Content.Text::new)
                                    .toList()));
        }
    }

    private void link(Map<String, Content> fields, String name, String kind) {
        List<Long> known = numbers.getOrDefault(kind, List.of());
        if (!known.isEmpty() && chance(92)) {
            fields.put(name, new Content.Text(known.get(random.nextInt(known.size())).toString()));
        }
    }

    private void correct() {
        Optional<Entry> found = any(numbers.keySet().stream().toList());
        if (found.isEmpty()) {
            record();
            return;
        }
        Entry original = found.get();
        Map<String, Content> fields =
                new LinkedHashMap<>(fields(original.kind(), original.occurred().day()));
        while (fields.size() > 2) {
            fields.remove(pick(List.copyOf(fields.keySet())));
        }
        add(
                "更正",
                chance(80) ? now : now.minusDays(random.nextInt(15)),
                Map.of(
                        "原",
                        new Content.Text(Long.toString(original.number())),
                        "改",
                        new Content.Group(fields),
                        "因",
                        new Content.Text("录错")));
    }

    private void withdraw() {
        List<String> kinds = new ArrayList<>(numbers.keySet());
        kinds.addAll(List.of("更正", "免", "停", "复", "委托", "收回委托", "延", "设参", "建账", "撤销"));
        any(List.of(pick(kinds)))
                .or(() -> any(List.copyOf(numbers.keySet())))
                .ifPresentOrElse(
                        entry ->
                                add(
                                        "撤销",
                                        now,
                                        Map.of("原", Long.toString(entry.number()), "因", "误录")),
                        this::record);
    }

    private Optional<Entry> any(List<String> kinds) {
        List<Entry> found = entries.stream().filter(entry -> kinds.contains(entry.kind())).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(pick(found));
    }

    /// 免, 停 or 复, mostly of something that is owed and mostly by who may.
    private void exempt() {
        List<Verdict> owed =
                new Obligations(Knowledge.of(entries, Comparison.CALENDAR), now)
                        .verdicts(now.minusDays(12), now.plusDays(3)).stream()
                                .filter(verdict -> EXEMPTED.contains(verdict.standing()))
                                .toList();
        if (owed.isEmpty()) {
            record();
            return;
        }
        String kind = chance(45) ? "免" : chance(55) ? "停" : "复";
        ObligationKey key = pick(owed).obligation().key();
        String occasion = key.occasion();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("编号", key.institution());
        fields.put("号", key.duty());
        if (chance(92)) {
            fields.put("谁", chance(90) ? key.bearer() : pick(bodies));
        }
        if (kind.equals("免") || chance(40)) {
            char first = occasion.charAt(0);
            String name = first == '件' ? "件" : first == '升' || first == '违' ? "级" : "期";
            fields.put(name, first == '件' ? occasion.substring(1) : occasion);
            key.counterpart().filter(_ -> chance(50)).ifPresent(whom -> fields.put("对", whom));
        }
        fields.put("批", chance(50) ? "镇1" : pick(chance(50) ? bodies : signers()));
        fields.put("因", "防汛");
        add(kind, chance(75) ? now : now.minusDays(random.nextInt(10)), fields);
    }

    private List<String> signers() {
        List<String> signers = new ArrayList<>(posts);
        signers.addAll(people);
        return signers;
    }

    /// The record's number, or one of its later rounds.
    private String occasion(Entry record) {
        List<Entry> relapses =
                entries.stream()
                        .filter(entry -> entry.kind().equals("复发"))
                        .filter(
                                entry ->
                                        entry.content()
                                                .text("问题")
                                                .equals(Optional.of("" + record.number())))
                        .toList();
        return relapses.isEmpty() || chance(50)
                ? Long.toString(record.number())
                : record.number() + "-" + pick(relapses).number();
    }

    private void extend() {
        Optional<Entry> record = any(List.of("来件", "问题"));
        if (record.isEmpty()) {
            record();
            return;
        }
        String institution = pick(List.copyOf(institutions.keySet()));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("编号", institution);
        fields.put("号", pick(List.copyOf(institutions.getOrDefault(institution, Set.of()))));
        fields.put("件", occasion(record.get()));
        fields.put("限", pick(List.of("10日", "10日", "3工作日", "3工作日", "4日", "15日")));
        fields.put("批", pick(chance(75) ? bodies : signers()));
        if (chance(15)) {
            fields.put("谁", pick(chance(70) ? bodies : posts));
        }
        if (chance(60)) {
            fields.put("告知", chance(80) ? "是" : "否");
        }
        add("延", chance(85) ? now : now.minusDays(random.nextInt(10)), fields);
    }

    private void reorganize() {
        int what = random.nextInt(100);
        Optional<Entry> given = chance(10) ? any(List.of("委托")) : Optional.empty();
        if (given.isPresent()) {
            add("收回委托", now, Map.of("件", "" + given.get().number(), "因", "回岗"));
        } else if (what < 20) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("岗", pick(posts));
            fields.put("至", pick(posts));
            fields.put("自", now.minusDays(random.nextInt(10)).toString());
            if (chance(60)) {
                fields.put("止", now.plusDays(random.nextInt(15)).toString());
            }
            add("委托", now, fields);
        } else if (what < 45) {
            add("任", now, Map.of("人", pick(people), "岗", pick(posts)));
        } else if (what < 60) {
            add("卸", now, Map.of("人", pick(people), "岗", pick(posts)));
        } else if (what < 72) {
            add("编入", now, Map.of("人", pick(people), "机构", pick(branches)));
        } else if (what < 82) {
            add("编出", now, Map.of("人", pick(people), "机构", pick(branches)));
        } else if (what < 88) {
            add("撤销岗位", now, Map.of("岗", pick(posts)));
        } else if (what < 94) {
            Map<String, String> fields = new LinkedHashMap<>(Map.of("机构", pick(branches)));
            if (chance(60)) {
                fields.put("并入", pick(branches));
            }
            add("撤销机构", now, fields);
        } else {
            add("机构变更", now, Map.of("机构", pick(branches), "属", "镇1"));
        }
    }

    private void regulate() {
        String name = pick(List.copyOf(institutions.keySet()));
        int what = random.nextInt(100);
        LocalDate from = now.plusDays(random.nextInt(30) - 10);
        if (what < 35) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("编号", name);
            fields.put("参", pick(parameters(name)));
            fields.put("值", pick(PARAMETERS.getOrDefault(fields.get("参"), List.of())));
            fields.put("自", from.toString());
            if (chance(70)) {
                fields.put("机构", pick(bodies));
            }
            add("设参", now, fields);
        } else if (what < 60) {
            LocalDate version = LocalDate.of(2026, 2, 1).plusDays(9L * random.nextInt(3));
            String force = chance(40) ? ", 分期: 拆分" : chance(25) ? ", 态: 暂停" : "";
            enact(name, version, force);
        } else if (what < 70) {
            add("废止", now, Map.of("编号", name, "自", from.toString(), "因", "修订"));
        } else {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("型", pick(List.of("学习", "谈话", "答复", "销号", "审查", "值班", "督办")));
            fields.put("自", START.plusDays(random.nextInt(60)).toString());
            if (chance(60)) {
                fields.put("机构", pick(bodies));
            }
            add("建账", now, fields);
        }
    }

    /// Those of an institution, mostly.
    private List<String> parameters(String name) {
        List<String> own =
                PARAMETERS.keySet().stream()
                        .filter(TrialInstitutions.ALL.getOrDefault(name, "")::contains)
                        .toList();
        return own.isEmpty() || chance(20) ? List.copyOf(PARAMETERS.keySet()) : own;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void add(String kind, LocalDate day, Map<String, ?> fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        fields.forEach(
                (name, value) ->
                        content.put(
                                name,
                                value instanceof Content given
                                        ? given
                                        : new Content.Text(value.toString())));
        entries.add(entry(entries.size() + 1L, kind, day, now, new Content.Group(content)));
    }

    static Entry entry(
            long number, String kind, LocalDate day, LocalDate recordedOn, Content.Group content) {
        return entry(number, kind, day, recordedOn, Recorder.SETUP, content);
    }

    static Entry entry(
            long number,
            String kind,
            LocalDate day,
            LocalDate recordedOn,
            Recorder recorder,
            Content.Group content) {
        Instant recordedAt =
                recordedOn
                        .atTime(LocalTime.of(9, 0))
                        .atZone(ChinaTime.ZONE)
                        .toInstant()
                        .plusNanos(1000L * number);
        return Entry.of(
                number,
                new Draft(kind, Occurred.on(day), recorder, EntryMode.REPORTED, content),
                recordedAt);
    }
}
