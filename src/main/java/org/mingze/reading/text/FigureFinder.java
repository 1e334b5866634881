package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 找数 — finds numbers that state a magnitude; leaves dates, ordinals, names and slogans alone.
final class FigureFinder {
    private static final String HAN = "[" + Numeral.CHINESE + "]{1,10}";
    private static final String UNIT =
            "(?:[万亿]|千|百)?(?:平方公里|平方千米|平方米|立方米|公里|千米|千克|公斤|美元|元|吨|亩|公顷|千瓦时|千瓦|兆瓦|度电)"
                    + "|万(?=户|人|名|家|个|件|次|条|吨|株|头|只|台|辆|平|斤|字|张|份|套)(?:人次|户次|户|人|名|家|个|件|次"
                    + "|条|株|头|只|台|辆|斤|字|张|份|套)|个百分点|百分点|%|‰|个工作日|工作日|个月|个半月|个季度|个学时|个课时"
                    + "|学时|课时|个小时|小时|分钟|星期|个方面|方面|大类|人次|件次|户次|家次|场次|轮次|批次|台次|班次|车次|个|名|人|次"
                    + "|件|项|条|家|户|起|支|场|期|份|篇|轮|批|处|座|栋|幢|套|台|辆|本|册|位|宗|笔|例|组|对|张|种|类|大|所"
                    + "|门|节|堂|间|岁|倍|成|级台阶|分|天|日|周|年|米|斤|株|头|只|艘|桶|部|块|幅|面|层|步|遍|点|亿|万";
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
    private final FigureContext context;
    private final List<Reading.Figure> figures = new ArrayList<>();

    private FigureFinder(PlainText plain, boolean[] closed, FigureContext context) {
        this.plain = plain;
        this.text = plain.text();
        this.closed = closed;
        this.context = context;
    }

    static List<Reading.Figure> find(PlainText plain, List<Statement> promises, boolean policy) {
        boolean[] closed = ClosedNames.in(plain.text());
        FigureContext context = new FigureContext(plain.text(), promises, policy);
        return new FigureFinder(plain, closed, context).run();
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
        String kept = unit;
        boolean hanScaled =
                found.group("han") != null && number.length() > 1 && "万亿".contains(last(number));
        if (hanScaled && !kept.startsWith("万") && !kept.startsWith("亿")) {
            value = number(number.substring(0, number.length() - 1));
            kept = last(number) + kept;
        }
        Reading.FigureKind kind = context.kind(number, start, kept, unitEnd, approx);
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
                        context.kind("", start, "%", end, false),
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
