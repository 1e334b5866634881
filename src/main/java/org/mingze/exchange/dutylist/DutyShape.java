package org.mingze.exchange.dutylist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.exchange.conversion.ChineseNumber;

/// How a sentence of a list asks for something else than a number of times: within days after
/// something, never, before something, on certain days, of everybody, up to a share. The keys that
/// it says are filled in; those that it does not say are open, and then it is no rule yet.
///
/// @param form   式
/// @param lines  of the duty in the file, after 式
/// @param days   the limit, where the form has one: 15工作日
/// @param open   what a person must still say, a sentence each
record DutyShape(
        String form, List<String> lines, Optional<String> days, List<String> open, boolean whole) {
    private static final String NUMBER = "[一二两三四五六七八九十百\\d]{1,4}";
    private static final String CLOSURE = "销号";
    private static final String UNIT = "个?工作日|日|天|个月|小时";
    private static final Pattern WITHIN =
            Pattern.compile(
                    "([^，。；]{0,24}?)(" + NUMBER + ") ?(" + UNIT + ")(?:内|以内|之内)[，]?([^。；]{0,40})");
    private static final Pattern BARRED = Pattern.compile("严禁|禁止|不准|不允许|不得(?!少于|低于|超过|多于|迟于|晚于)");
    private static final Pattern BEFORE =
            Pattern.compile(
                    "未经([^，。；]{2,16}?)的?，?不得([^，。；]{2,20})"
                            + "|先([^，。；]{2,14}?)[，、]?[再后]([^，。；]{2,16})");
    private static final Pattern ROSTER = Pattern.compile("值班|轮值|坐班|带班");
    private static final Pattern WEEKDAYS =
            Pattern.compile("(?:每)?周([一二三四五六日](?:[、和至][一二三四五六日])*)");
    private static final Pattern DAILY = Pattern.compile("每[日天]");
    private static final Pattern SHARE =
            Pattern.compile(
                    "([^，。；]{1,16}?(?:率|比例|占比))[^，。；]{0,8}?(?:不低于|达到|不少于|保持在?)(\\d{1,3}(?:\\.\\d{1,2})?)[%％]");
    private static final Pattern EVERYBODY = Pattern.compile("全覆盖|逐一|逐人|逐户|每名|每个(?!月|季|年|周)|所有|全体");
    private static final Pattern APPROVED =
            Pattern.compile(
                    "(?:须|应|必须|应当|要)[^，。；]{0,6}(?:经|报)[^，。；]{2,16}(?:批准|研究|审议|同意|审核|讨论|决定|备案)");
    private static final Pattern CLIMBING = Pattern.compile("逾期|仍不|拒不");
    private static final Pattern STEPS = Pattern.compile("提醒|约谈|通报|告诫|问责|督办");

    DutyShape {
        lines = List.copyOf(lines);
        open = List.copyOf(open);
    }

    /// Whether a sentence asks for something in one of these ways.
    static boolean told(String act) {
        return WITHIN.matcher(act).find()
                || BARRED.matcher(act).find()
                || BEFORE.matcher(act).find()
                || SHARE.matcher(act).find()
                || APPROVED.matcher(act).find()
                || isRoster(act)
                || isLoop(act)
                || (EVERYBODY.matcher(act).find() && Frequency.read(act).period().isPresent())
                || (CLIMBING.matcher(act).find() && STEPS.matcher(act).find());
    }

    /// @param selector finds the record type that words speak of, as a file writes it
    static Optional<DutyShape> of(String act, Function<String, Optional<String>> selector) {
        return before(act, selector)
                .or(() -> barred(act, selector))
                .or(() -> climbing(act))
                .or(() -> share(act))
                .or(() -> within(act, selector))
                .or(() -> closed(act, selector))
                .or(() -> roster(act, selector))
                .or(() -> everybody(act, selector))
                .or(() -> approved(act, selector));
    }

    private static boolean isRoster(String act) {
        boolean days = WEEKDAYS.matcher(act).find() || DAILY.matcher(act).find();
        return days && ROSTER.matcher(act).find();
    }

    private static Optional<DutyShape> before(
            String act, Function<String, Optional<String>> selector) {
        Matcher matcher = BEFORE.matcher(act);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String first = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
        String then = matcher.group(2) == null ? matcher.group(4) : matcher.group(2);
        Draft draft = new Draft();
        draft.record("后", then, selector);
        draft.record("前", first, selector);
        draft.lines.add("违则: 记");
        draft.notes.add("违则：没有写能不能先入账，先写只记下，定了再改成警或拒");
        return Optional.of(draft.shape("次序", Optional.empty()));
    }

    private static Optional<DutyShape> barred(
            String act, Function<String, Optional<String>> selector) {
        Matcher matcher = BARRED.matcher(act);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Draft draft = new Draft();
        draft.record("于", act, selector);
        draft.open("当", "在什么情形下不许没有读出，补上一个条件");
        draft.lines.add("违则: 记");
        return Optional.of(draft.shape("禁止", Optional.empty()));
    }

    private static Optional<DutyShape> within(
            String act, Function<String, Optional<String>> selector) {
        Matcher matcher = WITHIN.matcher(act);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Draft draft = new Draft();
        draft.record("起", matcher.group(1), selector);
        boolean closes = matcher.group(4).contains(CLOSURE);
        draft.record("止", closes ? CLOSURE : matcher.group(4), selector);
        String unit = matcher.group(3).replace("个工作日", "工作日").replace("天", "日");
        Optional<String> days =
                ChineseNumber.read(matcher.group(2))
                        .map(number -> number.intValue() + unit.replace("个月", "月"));
        draft.lines.add("限: @限");
        if (unit.equals("工作日")) {
            // The last day of so many working days is a working day.
            draft.lines.add("末日遇休: {则: 顺延, 据: 清单 @号 D}");
        } else {
            draft.open("末日遇休", "最后一天是休息日时顺不顺延没有写，定一个则");
        }
        return Optional.of(draft.shape("时限", days));
    }

    /// Problems that are closed one by one, each by the day that the ledger gives it.
    private static Optional<DutyShape> closed(
            String act, Function<String, Optional<String>> selector) {
        if (!isLoop(act)) {
            return Optional.empty();
        }
        Draft draft = new Draft();
        draft.record("起", "问题", selector);
        draft.record("止", CLOSURE, selector);
        draft.lines.add("期限: 期限");
        draft.open("末日遇休", "定的那天是休息日时顺不顺延没有写，定一个则");
        return Optional.of(draft.shape("闭环", Optional.empty()));
    }

    private static boolean isLoop(String act) {
        return act.contains("问题") && act.contains(CLOSURE);
    }

    private static Optional<DutyShape> roster(
            String act, Function<String, Optional<String>> selector) {
        if (!isRoster(act)) {
            return Optional.empty();
        }
        Matcher weekdays = WEEKDAYS.matcher(act);
        Draft draft = new Draft();
        draft.lines.add(
                weekdays.find() ? "日: {周: [" + days(weekdays.group(1)) + "]}" : "日: {每日: 是}");
        draft.record("做", act, selector);
        draft.notes.add("日：遇放假和调休怎样办没有写，按缺省");
        return Optional.of(draft.shape("排班", Optional.empty()));
    }

    private static String days(String written) {
        String all = "一二三四五六日";
        StringBuilder days = new StringBuilder();
        for (int at = 0; at < written.length(); at++) {
            int day = all.indexOf(written.charAt(at));
            boolean until = at > 0 && written.charAt(at - 1) == '至';
            int from = until ? all.indexOf(written.charAt(at - 2)) + 1 : day;
            for (int each = from; day >= 0 && each <= day; each++) {
                days.append(days.isEmpty() ? "" : ", ").append(all.charAt(each));
            }
        }
        return days.toString();
    }

    private static Optional<DutyShape> share(String act) {
        Matcher matcher = SHARE.matcher(act);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Draft draft = new Draft();
        draft.lines.add("至少: " + matcher.group(2) + "%");
        draft.open("分子", "“" + matcher.group(1).strip() + "”数的是哪些没有读出，补上");
        draft.open("分母", "“" + matcher.group(1).strip() + "”对着哪些数没有读出，补上");
        Optional<String> period = Frequency.read(act).period();
        period.ifPresent(each -> draft.lines.add("每: " + each));
        if (period.isEmpty()) {
            draft.open("每", "没有写多久算一次，定一个周期");
        }
        return Optional.of(draft.shape("占比", Optional.empty()));
    }

    private static Optional<DutyShape> everybody(
            String act, Function<String, Optional<String>> selector) {
        Frequency frequency = Frequency.read(act);
        if (!EVERYBODY.matcher(act).find() || frequency.period().isEmpty()) {
            return Optional.empty();
        }
        Draft draft = new Draft();
        String whom =
                act.contains("班子成员")
                        ? "班子(本机构)"
                        : act.contains("党员")
                                ? "党员(本机构)"
                                : act.matches(".*(?:村|社区|支部|下级|下属|基层).*") ? "下级(本机构)" : "";
        if (whom.isEmpty()) {
            draft.open("对", "覆盖谁没有读出，补上一个名单");
        } else {
            draft.lines.add("对: " + whom);
        }
        draft.record("做", act, selector);
        draft.lines.add("每: " + frequency.period().get());
        draft.lines.add("至少: " + frequency.count().orElse(1));
        draft.open("成员", "以期初、期末还是期内曾在的人为准没有写，定一个");
        draft.open("且", "记录里哪一栏是被覆盖的人没有读出，在做里补上");
        return Optional.of(draft.shape("覆盖", Optional.empty()));
    }

    private static Optional<DutyShape> approved(
            String act, Function<String, Optional<String>> selector) {
        if (!APPROVED.matcher(act).find()) {
            return Optional.empty();
        }
        Draft draft = new Draft();
        draft.record("于", act, selector);
        draft.open("须", "经谁、怎样经过没有读成条件，补上");
        draft.lines.add("违则: 记");
        return Optional.of(draft.shape("程式", Optional.empty()));
    }

    private static Optional<DutyShape> climbing(String act) {
        if (!CLIMBING.matcher(act).find() || !STEPS.matcher(act).find()) {
            return Optional.empty();
        }
        Draft draft = new Draft();
        draft.open("因", "逾期的是哪一条职责没有读出，补上 违(号)");
        Matcher step = STEPS.matcher(act);
        List<String> steps = new ArrayList<>();
        while (step.find()) {
            steps.add(step.group());
        }
        draft.open("级", "依次是" + String.join("、", steps) + "，每一级满多久、由谁没有写，逐级补上");
        return Optional.of(draft.shape("升级", Optional.empty()));
    }

    /// The lines while they are gathered.
    private static final class Draft {
        private final List<String> lines = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        void open(String key, String sentence) {
            lines.add(key + ": 待定");
            missing.add(key + "：" + sentence);
        }

        void record(String key, String words, Function<String, Optional<String>> selector) {
            Optional<String> found = selector.apply(words);
            if (found.isPresent()) {
                lines.add(key + ": " + found.get());
            } else {
                open(key, "没有认出是哪一类记录，补上一类");
            }
        }

        DutyShape shape(String form, Optional<String> days) {
            List<String> open = new ArrayList<>(missing);
            open.addAll(notes);
            return new DutyShape(form, lines, days, open, missing.isEmpty());
        }
    }
}
