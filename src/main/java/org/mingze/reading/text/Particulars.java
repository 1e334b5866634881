package org.mingze.reading.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 要素 — the deadline, the owner and the frequency that an item states, as exact substrings.
record Particulars(Optional<String> deadline, Optional<String> owner, Optional<String> frequency) {
    private static final String NUMBER = "[0-9一二两三四五六七八九十*半]{1,4}";
    private static final String NAMED =
            ")(?:及责任人)?[：】\\t] ?([^。；，\\n\\t）|：]{2,30}?)"
                    + "(?=[。；，\\n\\t）|]|$| +[\\p{IsHan}]{2,6}：|(?:完成|整改)?时限)";
    private static final String BODY = "(?:局|办|室|委|中心|部|处|股|科|队|所|站|社区|各乡镇|各街道|各单位|支部书记|委员?会|党小组)";
    private static final Pattern UNIT =
            Pattern.compile("(?:责任单位|责任部门|责任主体|牵头单位|牵头部门|承办单位|主办单位|整改责任单位|责任科室|责任处室" + NAMED);
    private static final Pattern OWNER =
            Pattern.compile("(?:责任人|责任领导|牵头领导|牵头人|主体|整改责任人|具体责任人|负责人" + NAMED);
    private static final Pattern LED =
            Pattern.compile(
                    "由([\\p{IsHan}*、]{2,16}?)(?:牵头|负责|具体负责|督办|落实)(?!制|人)"
                            + "|由([\\p{IsHan}*、]{2,10}?(?:员|书记|主任|长))(?:于|在|每|按)"
                            + "|(?<=[，。；：])由([\\p{IsHan}*、]{1,14}?(?:局|办|办公室|室|委|部|部门|中心|科|股|处|站|所|组|队"
                            + "|专班))(?=[\\p{IsHan}]{2})(?!门|办公|分管|主要)"
                            + "|(?<=[。；])((?:[\\p{IsHan}*]{2,8}(?:局|办|室|委|中心|部门?)、?)+?)(?:要|须|应)(?!求)"
                            + "|(?:^|(?<=[。；：，]))((?:[\\p{IsHan}*]{1,8}"
                            + BODY
                            + "、)*[\\p{IsHan}*]{1,8}"
                            + BODY
                            + ")(?=立行立改|牵头|负责|组建|联合|会同|盯|逐|[上下]半年|于?[0-9*]{1,2}月|每[年月周季半日]"
                            + "|要(?!求)|须|定期)");
    private static final Pattern DEADLINE_LABEL =
            Pattern.compile(
                    "(?:(?:完成|整改|办理|办结|落实)?时限|完成时间|整改期限|完成期限|期限|时间节点|时间要求|整改时间)(?:要求)?"
                            + "[：】\\t] ?([^。；，\\n\\t）|]{2,24}?)(?=[。；，\\n\\t）|]|$| +[\\p{IsHan}]{2,6}：)");
    private static final Pattern DEADLINE =
            Pattern.compile(
                    "(?:[0-9*]{2,4}年|今年|明年|本年度?|次年)?(?:[0-9*]{1,2}|[一二三四五六七八九十]{1,2})月"
                            + "(?:[0-9*]{1,2}日|底|末|上旬|中旬|下旬)?(?:之?前|以前)|(?:[0-9*]{2,4}年|今年|明年)?"
                            + "[0-9*]{1,2}月(?:底|末)|(?:[0-9*]{2,4}|今|明|本)?年(?:底|末)(?:之?前|以前)?"
                            + "|(?:季度|季|半年|月|每月)(?:底|末)(?:之?前)|"
                            + "(?:[0-9*]{2,4}年|今年|明年)?(?:上半年|(?:第?[一二三四]季度))(?:末|结束)?(?:之?前|内)"
                            + "|(?:(?:收到|接到)[^，。；\\n]{0,8}?)?"
                            + NUMBER
                            + " ?(?:个?工作日|日|天|个月|周|个星期|小时|年)(?:之|以)?内(?!不得|扣|累计|多次|未|有)"
                            + "|(?:[0-9*]{2,4}年|今年|明年)?[上下]半年(?!以来|工作|的|，|度|存在)"
                            + "|(?:[0-9*]{2,4}年|今年|明年|次年)(?:春|夏|秋|冬)季?(?:学期)?"
                            + "|(?:每?(?:月|季度末?|季末|半年))[0-9]{1,2}[日号]前|[0-9]{1,2}月[0-9]{1,2}日起"
                            + "|(?:立行立改|即知即改|立查立改)(?=[，。；]|$)|长期坚持(?=[，。；]|下去|$)|(?<!一)年内|会前|限期|(?:[0-9*]{2,4}年)?(?:国庆|春节|元旦|汛期|七一|中秋)节?前|(?:次|下)月[0-9]{1,2}日前");
    private static final Pattern FREQUENCY =
            Pattern.compile(
                    "每(?:个|一)?(?:半年|季度|季|年度|年|月|周|星期|天|日|两年|两个月|两周|半月|双月|旬|学期|学年|"
                            + NUMBER
                            + "(?:个月|年|天|周))(?:[^，。；\\n（）]{0,18}?(?:不少于|不低于|至少|最少|不得少于)?"
                            + NUMBER
                            + " ?(?:余|多)?(?:次|场|期|轮|遍|天|个工作日|篇|件|名|人次|个|部|本|堂|学时|小时|户|家)(?:以上)?)?"
                            + "|(?:全年|年内|一年|半年|一季度|一月|一周)(?:内)?(?:[^，。；、\\n]{0,8}?"
                            + "(?:不少于|不低于|至少|不得少于))? ?"
                            + NUMBER
                            + " ?(?:次|场|期|轮|学时)(?:以上)?|按(?:季度|月|季|年|周)|(?<!不)定期|不少于"
                            + NUMBER
                            + "次");

    /// The particulars that a stretch of plain text states.
    static Particulars of(String said) {
        Optional<String> owner =
                first(UNIT, said, 1).or(() -> first(OWNER, said, 1)).or(() -> anyGroup(LED, said));
        Optional<String> deadline =
                first(DEADLINE_LABEL, said, 1).or(() -> first(DEADLINE, said, 0));
        Optional<String> frequency = first(FREQUENCY, said, 0);
        return new Particulars(deadline, owner, frequency);
    }

    private static Optional<String> anyGroup(Pattern pattern, String said) {
        Matcher matcher = pattern.matcher(said);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int group = 1;
        while (matcher.group(group) == null) {
            group++;
        }
        return Optional.of(matcher.group(group));
    }

    private static Optional<String> first(Pattern pattern, String said, int group) {
        Matcher matcher = pattern.matcher(said);
        return matcher.find()
                ? Optional.of(matcher.group(group).strip()).filter(s -> !s.isEmpty())
                : Optional.empty();
    }
}
