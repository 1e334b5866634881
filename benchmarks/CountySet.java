import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingze.duty.EnteringRecord;
import org.mingze.journal.Archive;
import org.mingze.journal.ClassedValue;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Journal;
import org.mingze.journal.Occurred;
import org.mingze.organization.Organization;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/// A county of any size, made of the sample county: its three towns stand many times over, and what
/// happened (each chain of records that cite one another, from a petition to its answer) happens
/// again in other towns and other weeks. The rules, the kinds of record and their shares are those
/// of the sample; only the number is larger. Everything comes from the seed.
///
/// It enters through the journal as any record does: checked, chained, projected; in one
// transaction
/// for the entries of a day.
final class CountySet {
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 19);
    private static final Set<String> ONCE = Set.of("施行", "废止", "设参", "年历", "建账");
    private static final Set<String> CITING =
            Set.of("件", "事项", "问题", "出", "整改", "验收", "事", "缘", "原", "交办", "反馈", "前件", "项目");
    private static final List<String> TOWNS = List.of("qingshi", "liuhe", "chengguan");
    private static final Map<String, String> TOWN_NAMES =
            Map.of("青石", "青石", "柳河", "柳河", "城关", "城关");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,6}");
    private static final Pattern DAY = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d(T.*)?");
    private static final int BATCH_MAX = 1_000;
    /// What concerns no town happens this often at most: a county has one committee of its own.
    private static final int COUNTY_ROUNDS = 12;

    private final List<Entry> sample;
    private final Map<Long, Set<String>> classed = new HashMap<>();
    private final Map<Long, Chain> chains = new HashMap<>();
    private final Set<String> townCodes = new HashSet<>();
    private long refused;

    /// Entries of the sample that cite one another, in their order.
    private static final class Chain {
        private final List<Entry> entries = new ArrayList<>();

        private int[] weeks() {
            LocalDate first = LAST;
            LocalDate last = FIRST;
            for (Entry entry : entries) {
                first = earlier(first, entry.occurred().day());
                last = later(last, entry.recordedAt().atZone(ChinaTime.ZONE).toLocalDate());
            }
            int back = (int) Math.max(0, ChronoUnit.WEEKS.between(FIRST, first));
            int on = (int) Math.max(0, ChronoUnit.WEEKS.between(last, LAST));
            return new int[] {-back, on};
        }
    }

    /// One happening of a chain.
    private record Happening(Chain chain, int town, int weeks, long[] numbers) {}

    private record Moment(long second, Happening happening, int place) {}

    CountySet() {
        Archive archive = Archive.read(Path.of("samples", "mingchuan"));
        sample = archive.entries();
        for (ClassedValue value : archive.classedValues()) {
            classed.computeIfAbsent(value.number(), _ -> new HashSet<>()).add(value.field());
        }
        findTownCodes();
        findChains();
    }

    /// Bodies and posts of towns by their code; people by the first post they hold.
    private void findTownCodes() {
        for (Entry entry : sample) {
            String code = entry.content().text("号").orElse("");
            if (Organization.isOrganizationAct(entry.kind()) && isOfTown(code)) {
                townCodes.add(code);
            }
        }
        for (Entry entry : sample) {
            if (entry.kind().equals("任")
                    && townCodes.contains(entry.content().text("岗").orElse(""))) {
                townCodes.add(entry.content().text("人").orElse(""));
            }
        }
        for (Entry entry : sample) {
            if (entry.kind().equals("任")
                    && !townCodes.contains(entry.content().text("岗").orElse(""))) {
                townCodes.remove(entry.content().text("人").orElse(""));
            }
        }
    }

    private static boolean isOfTown(String code) {
        return TOWNS.stream().anyMatch(town -> code.startsWith(town + "."));
    }

    private void findChains() {
        for (Entry entry : sample) {
            if (isSetUp(entry)) {
                continue;
            }
            Set<Long> cited = new HashSet<>();
            cite(entry.content(), cited);
            Chain chain = new Chain();
            for (long number : cited) {
                Chain other = chains.get(number);
                if (other != null && other != chain) {
                    chain.entries.addAll(other.entries);
                    for (Entry moved : other.entries) {
                        chains.put(moved.number(), chain);
                    }
                }
            }
            chain.entries.add(entry);
            chains.put(entry.number(), chain);
        }
        for (Chain chain : new HashSet<>(chains.values())) {
            chain.entries.sort((one, two) -> Long.compare(one.number(), two.number()));
        }
    }

    private static boolean isSetUp(Entry entry) {
        return ONCE.contains(entry.kind()) || Organization.isOrganizationAct(entry.kind());
    }

    private static void cite(Content content, Set<Long> cited) {
        switch (content) {
            case Content.Text _ -> {}
            case Content.Series(List<Content> items) -> items.forEach(item -> cite(item, cited));
            case Content.Group(Map<String, Content> fields) ->
                    fields.forEach(
                            (name, value) -> {
                                if (CITING.contains(name)) {
                                    numbers(value, cited);
                                }
                                cite(value, cited);
                            });
        }
    }

    private static void numbers(Content value, Set<Long> cited) {
        if (value instanceof Content.Text(String text) && NUMBER.matcher(text).matches()) {
            cited.add(Long.parseLong(text));
        } else if (value instanceof Content.Series(List<Content> items)) {
            items.forEach(item -> numbers(item, cited));
        }
    }

    /// Makes the county and tells how many entries it has.
    ///
    /// @param towns   how many times the towns of the sample stand in it
    /// @param records about how many records it gets
    long make(
            ConfigurableApplicationContext context,
            String name,
            int towns,
            int records,
            long seed) {
        Journal journal = context.getBean(Journal.class);
        Instant before = FIRST.minusDays(1).atTime(8, 0).atZone(ChinaTime.ZONE).toInstant();
        int county =
                context.getBean(TransactionTemplate.class)
                        .execute(
                                _ -> {
                                    int made = journal.createCounty(name, before).id();
                                    journal.append(made, setUp(towns), before);
                                    return made;
                                });
        List<Moment> moments = moments(towns, records, new Random(seed));
        EnteringRecord entering = context.getBean(EnteringRecord.class);
        int from = 0;
        while (from < moments.size()) {
            int to = from + 1;
            long day = moments.get(from).second() / 86_400;
            while (to < moments.size()
                    && to - from < BATCH_MAX
                    && moments.get(to).second() / 86_400 == day) {
                to++;
            }
            enter(entering, county, moments.subList(from, to));
            from = to;
        }
        CountyLedgers ledgers = context.getBean(CountyLedgers.class);
        long size = ledgers.ask(county, known -> known.size());
        IO.println("%s: %,d entries, %,d refused".formatted(name, size, refused));
        return size;
    }

    private List<Draft> setUp(int towns) {
        List<Draft> drafts = new ArrayList<>();
        for (Entry entry : sample) {
            if (isSetUp(entry)) {
                boolean once = ONCE.contains(entry.kind()) || !touchesTown(entry.content());
                for (int town = 0; town < (once ? 1 : towns); town++) {
                    drafts.add(draft(entry, entry.occurred(), town, 0, Map.of()));
                }
            }
        }
        return drafts;
    }

    private boolean isOfTown(Chain chain) {
        return chain.entries.stream()
                .allMatch(
                        entry ->
                                touchesTown(entry.content())
                                        || townCodes.contains(entry.recorder().post()));
    }

    private boolean touchesTown(Content content) {
        return switch (content) {
            case Content.Text(String text) -> townCodes.contains(text);
            case Content.Series(List<Content> items) -> items.stream().anyMatch(this::touchesTown);
            case Content.Group(Map<String, Content> fields) ->
                    fields.values().stream().anyMatch(this::touchesTown);
        };
    }

    private List<Moment> moments(int towns, int records, Random random) {
        List<Chain> each =
                new HashSet<>(chains.values())
                        .stream()
                                .sorted(
                                        (one, two) ->
                                                Long.compare(
                                                        one.entries.getFirst().number(),
                                                        two.entries.getFirst().number()))
                                .toList();
        List<Moment> moments = new ArrayList<>(records + 5_000);
        for (int round = 0; moments.size() < records; round++) {
            for (Chain chain : each) {
                if (round >= COUNTY_ROUNDS && !isOfTown(chain)) {
                    continue;
                }
                int[] weeks = chain.weeks();
                int shift = round == 0 ? 0 : weeks[0] + random.nextInt(weeks[1] - weeks[0] + 1);
                Happening happening =
                        new Happening(chain, round % towns, shift, new long[chain.entries.size()]);
                for (int place = 0; place < chain.entries.size(); place++) {
                    Instant at = chain.entries.get(place).recordedAt();
                    moments.add(
                            new Moment(
                                    at.getEpochSecond() + 8 * 3_600 + shift * 7L * 86_400,
                                    happening,
                                    place));
                }
                if (moments.size() >= records) {
                    break;
                }
            }
        }
        Moment[] ordered = moments.toArray(Moment[]::new);
        Arrays.sort(ordered, (one, two) -> Long.compare(one.second(), two.second()));
        return Arrays.asList(ordered);
    }

    private void enter(EnteringRecord entering, int county, List<Moment> moments) {
        LocalDate day = LocalDate.ofEpochDay(moments.getFirst().second() / 86_400);
        Instant now = day.atTime(LocalTime.of(20, 0)).atZone(ChinaTime.ZONE).toInstant();
        entering.together(
                county,
                now,
                together -> {
                    for (Moment moment : moments) {
                        Happening happening = moment.happening();
                        Entry entry = happening.chain().entries.get(moment.place());
                        Map<Long, Long> numbers = new HashMap<>();
                        for (int place = 0; place < moment.place(); place++) {
                            numbers.put(
                                    happening.chain().entries.get(place).number(),
                                    happening.numbers()[place]);
                        }
                        Draft draft =
                                draft(
                                        entry,
                                        shifted(entry.occurred(), happening.weeks()),
                                        happening.town(),
                                        happening.weeks(),
                                        numbers);
                        happening.numbers()[moment.place()] = taken(together.enter(draft), draft);
                    }
                    return moments.size();
                });
    }

    private long taken(EnteringRecord.Outcome outcome, Draft draft) {
        if (outcome instanceof EnteringRecord.Outcome.Entered(Entry entry, var _)) {
            return entry.number();
        }
        if (refused++ < 5) {
            IO.println(draft.kind() + " " + draft.content() + ": " + outcome);
        }
        return 0;
    }

    private Draft draft(
            Entry entry, Occurred occurred, int town, int weeks, Map<Long, Long> numbers) {
        Map<String, Content> open = new LinkedHashMap<>();
        Map<String, Content> secret = new LinkedHashMap<>();
        Set<String> names = classed.getOrDefault(entry.number(), Set.of());
        boolean act = Organization.isOrganizationAct(entry.kind());
        entry.content()
                .fields()
                .forEach(
                        (name, value) ->
                                (names.contains(name) ? secret : open)
                                        .put(
                                                name,
                                                ONCE.contains(entry.kind())
                                                        ? value
                                                        : copied(
                                                                name, value, town, weeks, numbers,
                                                                act)));
        return new Draft(
                entry.kind(),
                occurred,
                new org.mingze.journal.Recorder(
                        code(entry.recorder().person(), town), code(entry.recorder().post(), town)),
                EntryMode.REPORTED,
                new Content.Group(open),
                secret);
    }

    private Content copied(
            String name, Content value, int town, int weeks, Map<Long, Long> numbers, boolean act) {
        return switch (value) {
            case Content.Text(String text) ->
                    new Content.Text(
                            act && name.equals("名")
                                    ? named(text, town)
                                    : copied(name, text, town, weeks, numbers));
            case Content.Series(List<Content> items) ->
                    new Content.Series(
                            items.stream()
                                    .map(item -> copied(name, item, town, weeks, numbers, act))
                                    .toList());
            case Content.Group(Map<String, Content> fields) -> {
                Map<String, Content> all = new LinkedHashMap<>();
                fields.forEach(
                        (inner, item) ->
                                all.put(inner, copied(inner, item, town, weeks, numbers, act)));
                yield new Content.Group(all);
            }
        };
    }

    private String copied(String name, String text, int town, int weeks, Map<Long, Long> numbers) {
        if (CITING.contains(name) && NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return String.valueOf(numbers.getOrDefault(number, number));
        }
        if (weeks != 0 && DAY.matcher(text).matches()) {
            return LocalDate.parse(text.substring(0, 10)).plusWeeks(weeks) + text.substring(10);
        }
        return code(text, town);
    }

    /// The towns after the first are of their own: qingshi.gongwei, qingshi7.gongwei.
    private String code(String text, int town) {
        if (town == 0 || !townCodes.contains(text)) {
            return text;
        }
        int dot = text.indexOf('.');
        return dot < 0 ? text + "t" + town : text.substring(0, dot) + town + text.substring(dot);
    }

    private static String named(String text, int town) {
        if (town == 0) {
            return text;
        }
        for (String name : TOWN_NAMES.keySet()) {
            if (text.contains(name)) {
                return text.replace(name, name + town);
            }
        }
        return text + town;
    }

    private static Occurred shifted(Occurred occurred, int weeks) {
        String text = occurred.toString();
        return Occurred.parse(
                LocalDate.parse(text.substring(0, 10)).plusWeeks(weeks) + text.substring(10));
    }

    private static LocalDate earlier(LocalDate one, LocalDate two) {
        return one.isBefore(two) ? one : two;
    }

    private static LocalDate later(LocalDate one, LocalDate two) {
        return one.isAfter(two) ? one : two;
    }

    /// By hand: `CountySet HOME RECORDS OTHERS RECORDS`.
    static void main(String[] arguments) throws IOException {
        Homes.of(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
    }
}
