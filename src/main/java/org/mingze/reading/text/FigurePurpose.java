package org.mingze.reading.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 数的用途 — what a magnitude is stated for: done, promised, required, a rate, a span of time.
final class FigurePurpose {
    static final Pattern TIME_UNIT =
            Pattern.compile("天|日|周|星期|年|个月|个多月|个半月|个季度|季度|个学期|小时|个小时|分钟|工作日|个工作日");
    private static final String ENUMERABLE = "个|大|项|种|类|轮|条|支|个方面|方面|张|座|件|本|场|大类|家|名|处|期|级|色|点";
    private static final Pattern RATE_UNIT = Pattern.compile("%|‰|百分点|个百分点|倍|成");
    private static final Pattern COUNTED_UNIT =
            Pattern.compile(
                    "次|场|期|轮|遍|篇|件|起|例|份|批|张|幅|轮次|场次|名|人|人次|户|户次|家|家次|个|部|本|堂|节|字|项|条|万字"
                            + "|学时|个学时|课时|个课时|天|小时|个小时|个工作日|个半天");
    private static final String PERIODS =
            "每(?:(?:半|一|两|双|单|三|四|[0-9])?个?)?(?:年度|年|季度|季|月份?|周|星期|天|日|旬|学期|学年)(?:度|内|末|底|初)?";
    private static final Pattern OFTEN =
            Pattern.compile(
                    ".*(?:"
                            + PERIODS
                            + "|(?:全年|年内|一年|(?<![上下])半年|一季度|一月|一周|学期)[^，。；]{0,12}"
                            + "(?:不少于|不低于|至少|不得少于))[^，。；]{0,16}|.*(?:(?<![上下])半年|一年|每年度|一月|一周)");
    private static final Pattern PERIOD = Pattern.compile(PERIODS + "|全年|(?<![上下])半年|按季度|按月");
    private static final Pattern ASIDE = Pattern.compile("（[^（）]*）");
    private static final Pattern OPEN_STATE =
            Pattern.compile("[^，。；：]{0,6}(?:未|尚|正在|反馈|存在|遗留).*", Pattern.DOTALL);
    private static final Pattern LADDER = Pattern.compile("(?:[省市县区乡镇村组街]{2,5}|[红橙黄绿蓝]{2,5})$");
    private static final Pattern SCANT = Pattern.compile(".*(?:不足|只有|仅有?|不到|仅为|才)$");
    private static final Pattern UPON =
            Pattern.compile(".*(?<!针)对(?:全[县市区镇乡街村局部]|现有|所有)?(?:[0-9*]+[\\p{IsHan}]{1,3}、)*$");
    private static final Pattern CONDITION = Pattern.compile("[^，。；：]{0,8}(?:连续|累计|超过|排名)$");
    private static final Pattern LIMIT =
            Pattern.compile(".*(?:不超过|不得超过|不低于|不得低于|不少于|不得少于|不高于|至少|以下|达到|标准为|限额|起征|上限|下限|超过|满)$");
    private static final Pattern CEILING = Pattern.compile(".*(?:不超过|不得超过|不高于|不得高于|控制在)$");
    private static final Pattern THRESHOLD =
            Pattern.compile(
                    "(?:（含）)?(?:以上|以下|以内)(?:（含[^）]{0,8}）)?的?[^，。；：]{0,6}"
                            + "(?:大额|项目|资金|支出|采购|事项|工程|开支|合同|款|薄弱村|的村|必须|须|应当|一律|不得|由|经)");
    private static final Pattern BOUND = Pattern.compile(".*(?:低于|高于|超过|不足|达到|满)$");
    private static final Pattern BOUNDED =
            Pattern.compile("的(?:村|户|项目|企业|家庭|单位|学校|支出|采购|工程|人员|事项|终止|取消|一律|予以|给予)");
    private static final Pattern AGE = Pattern.compile("(?:周岁)?(?:以上|以下)");
    private static final Pattern FORECAST =
            Pattern.compile(
                    ".*(?:预计|力争|计划(?!的|内|外)|目标任务?为?|争取(?:在|到|年|实现|达|完成|[0-9*]|全)|任务目标).{0,24}");
    private static final Pattern RESTATED =
            Pattern.compile(
                    ".*(?:未|尚|已|正在|以来|剩余|余下|其余|通报|反馈|存在|发现|查出|排查|交办|现有|所有|全部|原有|上述|这|该|全[县市区镇乡街村局校系])"
                            + "[^，。；：]{0,8}");
    private static final Pattern DOING =
            Pattern.compile(
                    ".*(?:组成|成立|建成|建立|完成|开展|召开|新建|制定|举办|发放|收集|解决|培育|打造|查找|征求|形成"
                            + "|出动|组织|签订|走访|投入|安排|选派|深入|先后|采取|来自|联合|通过|对).*");

    private final String text;
    private final boolean[] promised;
    private final boolean policy;

    FigurePurpose(String text, List<Statement> promises, boolean policy) {
        this.text = text;
        this.policy = policy;
        promised = new boolean[text.length() + 1];
        for (Statement promise : promises) {
            for (int at = promise.start(); at < promise.end(); at++) {
                promised[at] = true;
            }
        }
    }

    Reading.FigureKind kind(String number, int start, String unit, int unitEnd, boolean approx) {
        String clause = clause(start);
        boolean due = policy || promised[start];
        boolean counted = COUNTED_UNIT.matcher(unit).matches();
        boolean condition = CONDITION.matcher(clause).find() || SCANT.matcher(clause).matches();
        boolean upon = UPON.matcher(clause).matches() && !unit.matches("[次场期轮遍].*");
        if (counted && often(start) && !condition && !upon) {
            return Reading.FigureKind.FREQUENCY;
        }
        if (TIME_UNIT.matcher(unit).matches()) {
            return Reading.FigureKind.DURATION;
        }
        if (RATE_UNIT.matcher(unit).matches()) {
            return promised[start] || FORECAST.matcher(clause).matches()
                    ? Reading.FigureKind.TARGET
                    : Reading.FigureKind.RATE;
        }
        if (due && unit.matches("次|场|期|轮") && oftenBefore(start) && !condition) {
            return Reading.FigureKind.FREQUENCY;
        }
        boolean enumerable =
                unit.matches(ENUMERABLE) && !approx && !SCANT.matcher(clause).matches();
        if (enumerable && (listed(number, start) || listFollows(unitEnd))) {
            return Reading.FigureKind.ENUMERATION;
        }
        if (standard(unit, unitEnd, clause, due, condition)) {
            return Reading.FigureKind.STANDARD;
        }
        return target(start, clause) ? Reading.FigureKind.TARGET : Reading.FigureKind.CLAIM;
    }

    private boolean standard(
            String unit, int unitEnd, String clause, boolean due, boolean condition) {
        boolean threshold = at(THRESHOLD, unitEnd) || (unit.equals("岁") && at(AGE, unitEnd));
        boolean bound = BOUND.matcher(clause).matches() && at(BOUNDED, unitEnd);
        boolean ceiling = due && (condition || CEILING.matcher(clause).matches());
        return threshold || bound || ceiling || (policy && LIMIT.matcher(clause).matches());
    }

    private boolean target(int start, String clause) {
        if (FORECAST.matcher(clause).matches()) {
            return true;
        }
        boolean again = start > 0 && text.charAt(start - 1) == '的';
        boolean restated = again && RESTATED.matcher(clause).matches();
        boolean upon = start > 0 && text.charAt(start - 1) == '对' && at(OPEN_STATE, start + 1);
        return promised[start] && !restated && !upon;
    }

    private boolean at(Pattern pattern, int from) {
        return pattern.matcher(text).region(from, text.length()).lookingAt();
    }

    boolean often(int start) {
        return OFTEN.matcher(clause(start)).matches();
    }

    /// Whether a duty or a promise says its period earlier in the sentence.
    private boolean oftenBefore(int start) {
        int from = start;
        while (from > 0 && start - from < 40 && "。；：\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return PERIOD.matcher(text.substring(from, start)).find();
    }

    /// The words of the clause before a place.
    String clause(int start) {
        int from = start;
        while (from > 0 && start - from < 40 && "，。；：！？\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, start);
    }

    /// Whether as many list items as the number says stand right before it.
    boolean listed(String number, int start) {
        Matcher ladder = LADDER.matcher(clause(start));
        if (ladder.find()) {
            return ladder.end() - ladder.start() == Numeral.chinese(number).orElse(0);
        }
        int from = start;
        while (from > 0 && start - from < 120 && "，。；：！？\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        String clause = ASIDE.matcher(text.substring(from, start)).replaceAll("");
        boolean open = clause.endsWith("等");
        int items = 1;
        int depth = 0;
        int last = 0;
        Matcher comma =
                Pattern.compile("[、“”《》]|(?<=[\\p{IsHan}*])[和与及](?=[\\p{IsHan}*])").matcher(clause);
        int commas = 0;
        while (comma.find()) {
            char c = clause.charAt(comma.start());
            depth += c == '“' || c == '《' ? 1 : c == '”' || c == '》' ? -1 : 0;
            boolean between = depth <= 0 && c != '”' && c != '》' && c != '“' && c != '《';
            commas += c == '、' && depth <= 0 ? 1 : 0;
            items += between ? 1 : 0;
            last = between ? comma.end() : last;
        }
        if (!open && last > 0 && DOING.matcher(clause.substring(last)).matches()) {
            return false;
        }
        double value =
                number.charAt(0) <= '9'
                        ? Numeral.arabic(number).orElse(0)
                        : Numeral.chinese(number).orElse(0);
        boolean near = commas + 1 == (int) value || items == (int) value;
        return value >= 2 && value <= 20 && (near || (open && commas >= 2 && items <= value));
    }

    boolean listFollows(int unitEnd) {
        String after = text.substring(unitEnd, Math.min(text.length(), unitEnd + 18));
        Matcher colon =
                Pattern.compile("^[^，。；\\n]{0,8}(?:，(?:具体|主要|分别)[^，。；\\n]{0,4})?：").matcher(after);
        return colon.find();
    }
}
