package org.mingze.exchange.holidays;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 读放假通知 — the days that a notice of holidays lets off or makes up, each with its sentence.
///
/// Dates wait for the verb that follows them: 放假, 调休 or 补休 lets them off, 上班 makes them up.
final class HolidayText {
    private static final Pattern YEAR = Pattern.compile("(20\\d{2})\\s*年[^。\\n]{0,12}(?:节假日|放假)");
    private static final Pattern NUMBER =
            Pattern.compile("[\\p{IsHan}]{2,12}[〔\\[(]20\\d{2}[〕\\])]\\s*\\d{1,5}\\s*号");
    private static final Pattern ISSUED =
            Pattern.compile("(?m)^\\s*(20\\d{2})年(\\d{1,2})月(\\d{1,2})日\\s*$");
    private static final Pattern OCCASION =
            Pattern.compile("(?:^|[\\n。;])\\s*(?:[一二三四五六七八九十\\d]+[、.])?\\s*([^\\n。:;\\d]{2,16}):");
    private static final Pattern PIECE =
            Pattern.compile(
                    "(?:(?<year>20\\d{2})年)?(?:(?<month>\\d{1,2})月)?(?<day>\\d{1,2})日"
                            + "(?:\\((?<note>[^)]*)\\))?|(?<to>至|到|—+|~|-)|(?<off>放假|补休|调休放假)"
                            + "|(?<on>上班|正常工作)|(?:共|放假)?(?<count>\\d{1,2})天|(?<stop>。)");
    private static final String WEEKDAYS = "一二三四五六日";
    private static final int LENGTH_MAX = 200_000;

    private final String text;
    private final int year;
    private final List<Told> told = new ArrayList<>();

    private HolidayText(String text, int year) {
        this.text = text;
        this.year = year;
    }

    /// 所说之日 — a run of days, off or made up, and what in the text speaks against it.
    record Told(
            LocalDate first,
            LocalDate last,
            boolean working,
            String occasion,
            String sentence,
            String doubt) {}

    /// 读出 — the notice: its year, number and day where it says them, and its days.
    record Notice(int year, String number, Optional<LocalDate> issuedOn, List<Told> told) {
        Notice {
            told = List.copyOf(told);
        }
    }

    /// The notice in a text; empty where it names no year or no day.
    static Optional<Notice> read(String document) {
        String text =
                Normalizer.normalize(
                                document.substring(0, Math.min(LENGTH_MAX, document.length())),
                                Normalizer.Form.NFKC)
                        .replace("星期", "周")
                        .replaceAll("[ \\t\\u3000]+", "");
        OptionalInt year = year(text);
        if (year.isEmpty()) {
            return Optional.empty();
        }
        HolidayText reading = new HolidayText(text, year.getAsInt());
        reading.occasions();
        return reading.told.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Notice(
                                year.getAsInt(), first(NUMBER, text), issued(text), reading.told));
    }

    private static OptionalInt year(String text) {
        Matcher matcher = YEAR.matcher(text);
        return matcher.find()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    private static Optional<LocalDate> issued(String text) {
        Matcher matcher = ISSUED.matcher(text);
        Optional<LocalDate> last = Optional.empty();
        while (matcher.find()) {
            last = day(matcher.group(1), matcher.group(2), matcher.group(3));
        }
        return last;
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private void occasions() {
        Matcher matcher = OCCASION.matcher(text);
        List<int[]> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        while (matcher.find()) {
            found.add(new int[] {matcher.start(1), matcher.end()});
            names.add(matcher.group(1));
        }
        for (int at = 0; at < found.size(); at++) {
            int end = at + 1 < found.size() ? found.get(at + 1)[0] : text.length();
            String words = text.substring(found.get(at)[1], end);
            new Occasion(names.get(at), paragraph(words)).read();
        }
    }

    /// An occasion ends with its line.
    private static String paragraph(String words) {
        int line = words.indexOf('\n');
        return line < 0 ? words : words.substring(0, line);
    }

    /// What one occasion tells: dates gather until a verb says what becomes of them.
    private final class Occasion {
        private final String name;
        private final String words;
        private final List<Range> waiting = new ArrayList<>();
        private boolean joining;
        private int month;
        private int inYear = year;
        private int from;
        private int sentence;

        Occasion(String name, String words) {
            this.name = name;
            this.words = words;
        }

        void read() {
            Matcher matcher = PIECE.matcher(words);
            while (matcher.find()) {
                if (matcher.group("day") != null) {
                    date(matcher);
                } else if (matcher.group("to") != null) {
                    joining = !waiting.isEmpty();
                } else if (matcher.group("off") != null) {
                    tell(false);
                } else if (matcher.group("on") != null) {
                    tell(true);
                } else if (matcher.group("count") != null) {
                    count(Integer.parseInt(matcher.group("count")));
                } else {
                    sentence = matcher.end();
                }
            }
        }

        private void date(Matcher matcher) {
            if (matcher.group("year") != null) {
                inYear = Integer.parseInt(matcher.group("year"));
            }
            if (matcher.group("month") != null) {
                int now = Integer.parseInt(matcher.group("month"));
                boolean turned = joining && now < month && matcher.group("year") == null;
                inYear += turned ? 1 : 0;
                month = now;
            }
            Optional<LocalDate> read =
                    day(String.valueOf(inYear), String.valueOf(month), matcher.group("day"));
            String doubt =
                    read.isEmpty()
                            ? "没有" + matcher.group() + "这一天"
                            : weekday(read.get(), matcher.group("note"));
            LocalDate day = read.orElse(LocalDate.EPOCH);
            if (joining) {
                Range begun = waiting.removeLast();
                waiting.add(new Range(begun.first(), day, begun.doubt() + doubt));
            } else {
                waiting.add(new Range(day, day, doubt));
            }
            joining = false;
        }

        private void tell(boolean working) {
            from = told.size();
            for (Range range : waiting) {
                boolean order =
                        !range.last().isBefore(range.first())
                                && range.last().isBefore(range.first().plusDays(40));
                String doubt = order ? range.doubt() : range.doubt() + "起止的先后不对";
                told.add(
                        new Told(
                                range.first(),
                                order ? range.last() : range.first(),
                                working,
                                name,
                                quoted(),
                                doubt));
            }
            waiting.clear();
            joining = false;
        }

        private String quoted() {
            int end = words.indexOf('。', sentence);
            return name + ":" + words.substring(sentence, end < 0 ? words.length() : end + 1);
        }

        /// 共3天 must be what the days before it come to.
        private void count(int days) {
            boolean joined = words.contains("连休");
            long found =
                    told.subList(from, told.size()).stream()
                            .filter(each -> !each.working())
                            .mapToLong(
                                    each ->
                                            each.last().toEpochDay()
                                                    - each.first().toEpochDay()
                                                    + 1)
                            .sum();
            if (found == 0 || joined || found == days) {
                return;
            }
            Told last = told.removeLast();
            told.add(
                    new Told(
                            last.first(),
                            last.last(),
                            last.working(),
                            last.occasion(),
                            last.sentence(),
                            last.doubt() + "写的是" + days + "天，起止是" + found + "天"));
        }
    }

    private record Range(LocalDate first, LocalDate last, String doubt) {}

    private static String weekday(LocalDate day, @org.jspecify.annotations.Nullable String note) {
        int at = note == null ? -1 : note.indexOf('周');
        if (at < 0 || note == null || at + 1 >= note.length()) {
            return "";
        }
        String written = note.substring(at + 1, at + 2).replace("天", "日");
        String truly = WEEKDAYS.substring(day.getDayOfWeek().getValue() - 1).substring(0, 1);
        return !WEEKDAYS.contains(written) || written.equals(truly)
                ? ""
                : day.getMonthValue()
                        + "月"
                        + day.getDayOfMonth()
                        + "日写的是周"
                        + written
                        + "，"
                        + day.getYear()
                        + "年的这一天是周"
                        + truly;
    }
}
