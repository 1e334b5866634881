package org.mingze.reading.text;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// 数的上下文 — decides by its surroundings whether a number states a magnitude, and what for.
final class FigureContext {
    private static final Map<String, String> OTHER_WORD = otherWords();
    private static final Pattern COUNTED =
            Pattern.compile(
                    ".*(?:推进|整改|完成|解决|办结|化解|增长|下降|减少|增加|达到|达|共计|累计|合计|查处|处理|占|约|近|超过"
                            + "|不足|实现|发现|排查|清理|新增|收集|开展|召开|共|为|了|办理|在办|坚持|剩余|其中|率|计)$");
    private static final Pattern LASTING = Pattern.compile(".*(?:不超过|不得超过|超过|长达|历时|为期|达|提前|逾期)$");
    private static final Pattern SHARE =
            Pattern.compile("(?:减少|增长|约|近|超|降|达|下降|提高|过|占|足|率|到|办结|完成|有|得)$");

    private final String text;
    private final FigurePurpose purpose;

    FigureContext(String text, FigurePurpose purpose) {
        this.text = text;
        this.purpose = purpose;
    }

    /// Whether the number with its unit is a magnitude.
    boolean accepts(String number, int start, String unit, int unitEnd, boolean some) {
        char before = start > 0 ? text.charAt(start - 1) : '\n';
        char after = unitEnd < text.length() ? text.charAt(unitEnd) : '\n';
        if ("第初".indexOf(before) >= 0
                || (before == ' ' && before(start - 1) == '第')
                || foreign(before, number)) {
            return false;
        }
        if (OTHER_WORD.getOrDefault(unit, "").indexOf(after) >= 0) {
            return false;
        }
        if (unit.equals("万") || unit.equals("亿")) {
            boolean digits = number.charAt(0) >= '0' && number.charAt(0) <= '9';
            return digits && "，。；、）\n".indexOf(after) >= 0;
        }
        boolean masked = number.indexOf('*') >= 0 || number.matches("[×XY]+");
        boolean arabic = number.charAt(0) >= '0' && number.charAt(0) <= '9';
        if (FigurePurpose.TIME_UNIT.matcher(unit).matches()
                && !duration(number, start, unit, unitEnd)) {
            return false;
        }
        if ("大级色".contains(unit) && (masked || arabic)) {
            return false;
        }
        if (masked) {
            return acceptsMask(unit, after);
        }
        if (unit.equals("点") && !arabic) {
            return purpose.listFollows(unitEnd);
        }
        if ("点步层面部对块".contains(unit)) {
            boolean apart = "，。；、）\n以".indexOf(after) >= 0;
            return arabic && (apart || purpose.often(start));
        }
        if (unit.equals("分")) {
            boolean full = "满扣记减加".indexOf(before) >= 0;
            return (full && after == '的')
                    || ("，。；、）\n以".indexOf(after) >= 0 && before != '时' && before != '点');
        }
        return arabic || acceptsChinese(number, start, unit, unitEnd, some);
    }

    private char before(int start) {
        return start > 0 ? text.charAt(start - 1) : '\n';
    }

    private static boolean foreign(char before, char c) {
        return before == c;
    }

    private boolean foreign(char before, String number) {
        if ((before >= 'A' && before <= 'Z') || (before >= 'a' && before <= 'z')) {
            return true;
        }
        boolean digits = number.charAt(0) >= '0' && number.charAt(0) <= '9';
        return "+×/".indexOf(before) >= 0
                || foreign(before, '.')
                || (digits && "-—–".indexOf(before) >= 0);
    }

    private static boolean acceptsMask(String unit, char after) {
        boolean article = unit.equals("个") && "人别性体".indexOf(after) >= 0;
        boolean member = unit.equals("人") && "员".indexOf(after) >= 0;
        return !article && !member && !"级台阶".equals(unit) && "点步层面部对块成所门节".indexOf(unit) < 0;
    }

    private boolean acceptsChinese(
            String number, int start, String unit, int unitEnd, boolean some) {
        boolean scaleOnly = number.chars().noneMatch(c -> "一二三四五六七八九两十".indexOf(c) >= 0);
        if ((scaleOnly && !some) || number.startsWith("零") || number.startsWith("〇")) {
            return false;
        }
        boolean listing = start > 1 && text.startsWith("清单", start - 2);
        if (start > 0
                && !listing
                && "几数统唯万单专之同任逐进再又另这那某划归第百双".indexOf(text.charAt(start - 1)) >= 0) {
            return false;
        }
        char after = unitEnd < text.length() ? text.charAt(unitEnd) : '\n';
        if ("级色字句口门".contains(unit)) {
            return purpose.listed(number, start);
        }
        if (number.equals("一")) {
            boolean count = "次场期轮遍个篇部本堂节件条项".contains(unit) && purpose.often(start) && after != '性';
            return count || FigurePurpose.TIME_UNIT.matcher(unit).matches();
        }
        boolean congress = unit.equals("大") && Numeral.chinese(number).orElse(0) > 12;
        if (unit.equals("成")) {
            return "，。；、以左）\n".indexOf(text.charAt(unitEnd)) >= 0
                    && SHARE.matcher(purpose.clause(start)).find();
        }
        if (text.startsWith("工作制", unitEnd) || (number.equals("十") && unit.equals("大"))) {
            return false;
        }
        boolean phase = unit.equals("期") && !purpose.often(start);
        if (congress || phase || (number.equals("十") && unit.equals("分"))) {
            return false;
        }
        boolean slogan =
                before(start) == '、'
                        && text.substring(unitEnd).matches("(?s)[^，。；、]{2,3}[、等，。；与和].*");
        boolean system =
                "项种大".contains(unit)
                        && (text.startsWith("制度", unitEnd)
                                || text.startsWith("监督制度", unitEnd)
                                || text.startsWith("机制", unitEnd)
                                || text.startsWith("战略", unitEnd)
                                || text.startsWith("理念", unitEnd));
        return !slogan && (!system || purpose.listed(number, start));
    }

    private boolean duration(String number, int start, String unit, int unitEnd) {
        String after = text.substring(unitEnd, Math.min(text.length(), unitEnd + 3));
        char before = start > 0 ? text.charAt(start - 1) : '\n';
        if (unit.equals("年")) {
            boolean year = number.replace("*", "0").length() >= 4 && number.charAt(0) < '一';
            boolean masked = number.indexOf('*') >= 0;
            boolean name =
                    after.matches(
                            "(?s)(?:行动|计划|规划|攻坚|来|度|级|[0-9*]|[一二三四]季|上半|下半|底|初|末|第|前|春|秋|冬|夏"
                                    + "|全年|以来).*");
            boolean span = after.matches("(?s)(?:以上|以内|内|之内|党龄|工龄|期限|时间|多|余|左右|有余).*");
            boolean period = "近前去后这每".indexOf(before) >= 0;
            boolean some = number.equals("一") && !span;
            boolean plain = !some && !masked && !name && !period && number.charAt(0) > '0';
            boolean shortYear = number.length() == 2 && number.charAt(0) <= '9';
            return !year && (span || (plain && !shortYear));
        }
        if (unit.equals("日")) {
            return LASTING.matcher(purpose.clause(start)).matches()
                    || after.startsWith("内")
                    || after.startsWith("以内")
                    || after.startsWith("之内");
        }
        if (unit.equals("周") || unit.equals("天")) {
            return before != '每' && before != '第' && before != '当';
        }
        return before != '每';
    }

    /// A masked number whose unit is missing: 长期推进*，.
    boolean bareMask(int start, int end) {
        char after = end < text.length() ? text.charAt(end) : '\n';
        String before = text.substring(Math.max(0, start - 6), start);
        return "，。；）".indexOf(after) >= 0 && COUNTED.matcher(before).matches();
    }

    /// Whether the words before say that the number is rounded.
    boolean roughly(int start) {
        char before = start > 0 ? text.charAt(start - 1) : '\n';
        String word = text.substring(Math.max(0, start - 2), start);
        boolean other = word.matches("附近|最近|靠近|临近|亲近|签约|节约|违约|合约|条约|预约|邀约|相约");
        return (before == '近' || before == '约') && !other;
    }

    private static Map<String, String> otherWords() {
        Map<String, String> words = new HashMap<>();
        for (String line : WordList.lines("unit-compounds.txt")) {
            int space = line.indexOf(' ');
            words.put(line.substring(0, space), line.substring(space + 1));
        }
        return words;
    }
}
