package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 找数 — finds numbers that state a magnitude; leaves dates, ordinals, names and slogans alone.
final class FigureFinder {
    private static final String HAN = "[" + Numeral.CHINESE + "]{1,10}";
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final String UNIT = units();
    private static final Pattern FIGURE =
            Pattern.compile(
                    "(?:(?<half>一半|半数|过半)|百分之(?<hundredth>"
                            + HAN
                            + "|[0-9.*]{1,6})|(?<below>"
                            + HAN
                            + ")分之(?<above>"
                            + HAN
                            + ")|(?<masked>[0-9.]{0,5}[*×][0-9.*×]{0,8}|(?<![A-Za-z0-9])[XY]{1,3}(?![A-Za-z0-9]))"
                            + "|(?<arabic>[0-9]{1,3}(?:,[0-9]{3})+(?:[.][0-9]{1,6})?|[0-9]{1,15}(?:[.][0-9]{1,6})?)"
                            + "|(?<han>"
                            + HAN
                            + "))(?: ?(?:[-—–~至到]{1,2}) ?(?<upper>[0-9]{1,9}(?:[.][0-9]{1,4})?|"
                            + HAN
                            + ")(?= ?(?:余|多)?(?:"
                            + UNIT
                            + ")))?(?<some> ?[余多来])?(?: {0,2}(?<scale>[万亿])(?<more>[余多]))?(?: {0,2}(?<unit>"
                            + UNIT
                            + "))?(?<over>[余多])?(?<least>以上|左右|上下|之多)?");

    private final PlainText plain;
    private final String text;
    private final boolean[] closed;
    private final FigurePurpose purpose;
    private final FigureContext context;
    private final List<Reading.Figure> figures = new ArrayList<>();

    private FigureFinder(PlainText plain, boolean[] closed, FigurePurpose purpose) {
        this.plain = plain;
        this.text = plain.text();
        this.closed = closed;
        this.purpose = purpose;
        this.context = new FigureContext(plain.text(), purpose);
    }

    static List<Reading.Figure> find(PlainText plain, List<Statement> promises, boolean policy) {
        boolean[] closed = ClosedNames.in(plain.text());
        FigurePurpose purpose = new FigurePurpose(plain.text(), promises, policy);
        return new FigureFinder(plain, closed, purpose).run();
    }

    private List<Reading.Figure> run() {
        Matcher matcher = FIGURE.matcher(text);
        int at = 0;
        while (at < text.length() && matcher.find(at)) {
            int end = matcher.start() + 1;
            if (!closed[matcher.start()]) {
                end = Math.max(end, examine(matcher));
            }
            at = Math.max(end, numberEnd(matcher, end));
        }
        return figures;
    }

    /// A number that was refused is passed over whole, so that 2023年 is not read again as 23年.
    private int numberEnd(Matcher matcher, int end) {
        int at = matcher.start();
        boolean han = Numeral.CHINESE.indexOf(text.charAt(at)) >= 0;
        while (at < text.length() && digitOrMask(text.charAt(at), han)) {
            at++;
        }
        return Math.max(end, at);
    }

    private static boolean digitOrMask(char c, boolean han) {
        boolean chinese = Numeral.CHINESE.indexOf(c) >= 0;
        return han ? chinese : (c >= '0' && c <= '9') || c == '*';
    }

    private int examine(Matcher found) {
        int start = found.start();
        if (found.group("half") != null) {
            return share(found, "half", OptionalDouble.of(0.5), "");
        }
        if (found.group("hundredth") != null) {
            return share(found, "hundredth", number(found.group("hundredth")), "%");
        }
        if (found.group("below") != null) {
            double below = number(found.group("below")).orElse(0);
            double above = number(found.group("above")).orElse(0);
            return below > 0 ? share(found, "above", OptionalDouble.of(above / below), "") : start;
        }
        boolean masked = found.group("masked") != null;
        String unit = unit(found);
        if (unit.isEmpty()) {
            return masked && context.bareMask(start, found.end("masked")) ? bare(found) : start;
        }
        int unitEnd = found.group("unit") == null ? found.end("more") : found.end("unit");
        String number =
                masked
                        ? found.group("masked")
                        : found.group("arabic") != null
                                ? found.group("arabic")
                                : found.group("han");
        if (!context.accepts(number, start, unit, unitEnd, found.group("some") != null)) {
            return start;
        }
        add(found, masked, number, unit, unitEnd);
        return unitEnd;
    }

    private static String unit(Matcher found) {
        String scale = found.group("scale");
        String unit = found.group("unit");
        return (scale == null ? "" : scale) + (unit == null ? "" : unit);
    }

    private void add(Matcher found, boolean masked, String number, String unit, int unitEnd) {
        int start = found.start();
        boolean over = found.group("over") != null && !followedByNoun(found.end("over"));
        int end = over ? found.end("over") : unitEnd;
        boolean least = found.group("least") != null && found.end("least") > unitEnd;
        end = least ? found.end("least") : end;
        boolean range = found.group("upper") != null;
        boolean approx =
                found.group("some") != null
                        || found.group("more") != null
                        || over
                        || least
                        || context.roughly(start);
        OptionalDouble value = masked ? OptionalDouble.empty() : number(number);
        String kept = unit.equals("个多月") ? "个月" : unit;
        approx |= unit.equals("个多月");
        boolean hanScaled =
                found.group("han") != null && number.length() > 1 && "万亿".contains(last(number));
        if (hanScaled && !kept.startsWith("万") && !kept.startsWith("亿")) {
            value = number(number.substring(0, number.length() - 1));
            kept = last(number) + kept;
        }
        Reading.FigureKind kind = purpose.kind(number, start, kept, unitEnd, approx);
        figures.add(
                new Reading.Figure(
                        plain.written(start, end),
                        value,
                        kept,
                        masked,
                        approx || range,
                        kind,
                        plain.origin(start)));
    }

    /// The units, longer ones first, each with or without a scale; a scale alone also counts.
    private static String units() {
        List<String> words = new ArrayList<>();
        for (String line : WordList.lines("units.txt")) {
            words.addAll(List.of(SPACE.split(line)));
        }
        words.sort(Comparator.comparingInt(String::length).reversed());
        return "[万亿]?(?:" + String.join("|", words) + ")|[万亿]";
    }

    private boolean followedByNoun(int at) {
        return text.startsWith("个", at) || text.startsWith("次", at);
    }

    private static String last(String number) {
        return number.substring(number.length() - 1);
    }

    private int share(Matcher found, String group, OptionalDouble value, String unit) {
        int start = found.start();
        int end = found.end(group);
        boolean least = text.startsWith("以上", end) || text.startsWith("左右", end);
        boolean masked = value.isEmpty();
        figures.add(
                new Reading.Figure(
                        plain.written(start, least ? end + 2 : end),
                        value,
                        unit,
                        masked,
                        least || context.roughly(start),
                        purpose.kind("", start, "%", end, false),
                        plain.origin(start)));
        return end;
    }

    private int bare(Matcher found) {
        figures.add(
                new Reading.Figure(
                        plain.written(found.start(), found.end("masked")),
                        OptionalDouble.empty(),
                        "",
                        true,
                        false,
                        Reading.FigureKind.CLAIM,
                        plain.origin(found.start())));
        return found.end("masked");
    }

    private static OptionalDouble number(String written) {
        char first = written.charAt(0);
        if (written.indexOf('*') >= 0 || written.indexOf('×') >= 0) {
            return OptionalDouble.empty();
        }
        return first >= '0' && first <= '9' ? Numeral.arabic(written) : Numeral.chinese(written);
    }
}
