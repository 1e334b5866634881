package org.mingze.reading.text;

import java.util.Optional;
import java.util.regex.Pattern;

/// 章节性质 — what a section holds, told by the words of its heading or of its lead-in.
enum SectionKind {
    PREFACE,
    ACHIEVEMENT,
    DONE,
    PROBLEM,
    CAUSE,
    MEASURE,
    OTHER;

    private static final String LACK = "(?:问题|不足|差距|短板|弱项|薄弱环节|困难|缺点)";
    private static final Pattern VERB =
            Pattern.compile(
                    "^(?:坚持|聚焦|解决|破解|整治|严|狠|抓|强化|推动|推进|围绕|针对|立足|紧盯|着力|切实|带头"
                            + "|认真|梳理|直面|正视|制定|落实|加强|加快|全面|深化|深入|持续|突出问题导向|做好|补齐)(?!.*存在的?(?:主要|突出)?问题$).*");
    private static final Pattern DONE_HEAD =
            Pattern.compile(".*(?:整改(?:工作)?(?:落实|完成|进展|推进)?(?:情况|成效|进展|结果)|(?:已|已经)(?:整改|完成).*).*");
    private static final Pattern CAUSE_HEAD =
            Pattern.compile(".*(?:原因|根源|成因|症结|(?<!案例|案件|典型)剖析)(?:分析|剖析|所在|方面)?(?:情况)?$");
    private static final Pattern BOTH_HEAD =
            Pattern.compile(".*" + LACK + ".{0,6}(?:及|和|与|、|以及).{0,8}(?:原因|根源|剖析|成因).*");
    private static final Pattern PROBLEM_HEAD =
            Pattern.compile(
                    ".*" + LACK + "(?:.{0,4}(?:和|及|与|、|以及|情况|方面|清单|表现|查摆|分析|检视|剖析).{0,14})?$");
    private static final Pattern PROBLEM_SURE =
            Pattern.compile(
                    ".*(?:存在|查摆|检视|发现|主要|突出|指出|面临|查出|自查|反馈|尚有|仍有|还有).{0,8}"
                            + LACK
                            + ".*|^"
                            + LACK
                            + ".*");
    private static final Pattern MEASURE_HEAD =
            Pattern.compile(
                    "^(?:下一?步|下一?阶段|今后|接下来|明年|努力方向|改进方向|整改方向).*|.*(?:措施|打算|努力方向|改进方向|整改方向|建议"
                            + "|对策|举措|思路|工作计划|整改计划|工作安排|整改任务|处理意见)$");
    private static final Pattern ACHIEVEMENT_HEAD =
            Pattern.compile(
                    ".*(?:履职|履责|尽责|工作|开展|完成|执行|学习|基本|总体|落实|推进|廉洁).{0,4}(?:情况|评价)$"
                            + "|.*(?:做法|成效|成绩|亮点|概况|审计评价|基本情况|经验|总结|回顾)$");
    private static final Pattern PROBLEM_LEAD =
            Pattern.compile(
                    ".*(?:存在|认识到|看到|查摆|发现|表现|检视|对照|审计).{0,24}"
                            + LACK
                            + ".{0,16}(?:：|表现|主要是|主要有|如下|一是|。)$|.*"
                            + LACK
                            + ".{0,6}(?:表现|体现|集中)(?:在|为|于).*");
    private static final Pattern CAUSE_LEAD =
            Pattern.compile(
                    ".*(?:(?:原因|根源|症结|究其).{0,12}(?:有|是|在于|如下|在|方面|：)|(?:分析|剖析).{0,8}(?:原因|根源)).{0,14}");
    private static final Pattern MEASURE_LEAD =
            Pattern.compile(
                    "(?:下一?步|下一?阶段|今后|接下来).*|.*(?:整改措施|改进措施|工作措施|努力方向|下一?步|打算|建议)(?:主要|如下|有|是)?.{0,8}："
                            + "|.*(?:提出|作出|明确)[^，。：]{0,8}(?:要求|建议|意见|措施)(?:如下)?[：。]");

    private static final Pattern PROBLEM_NAME =
            Pattern.compile("(?:(?:存在|主要|突出|查摆|检视|自查|具体|发现).{0,8})?" + LACK + "(?:表现|清单)?");
    private static final Pattern CAUSE_THEN_MEASURE =
            Pattern.compile(".*(?:原因|根源).{0,4}(?:及|和|与|、|以及).{0,8}(?:措施|打算|方向|建议)$");
    private static final Pattern LACKING = Pattern.compile("不|未|缺|欠|少");
    private static final Pattern CAUSE_LIST =
            Pattern.compile(".*(?:原因|根源).{0,6}(?:有|是|在于|如下|在以下).{0,10}：$");

    private static final Pattern NAMED_PROBLEM =
            Pattern.compile(
                    ".*(?:不|未|缺|弱|滞后|违规|违反|超|虚|挪用|偏差|松|漏|少|差|低|慢|重.轻|形式主义|混乱|反弹|欠|薄|浅|虚|粗|散).*问题$");

    /// Whether a heading names one problem: 关于学习不深入的问题.
    static boolean namesProblem(String title) {
        String head = title.strip();
        return head.length() >= 6
                && !head.contains("存在")
                && head.indexOf('但') < 0
                && head.indexOf('虽') < 0
                && head.length() <= 60
                && NAMED_PROBLEM.matcher(head).matches();
    }

    /// The kind that a heading gives its section.
    static Optional<SectionKind> ofHeading(
            String title, SectionKind inherited, boolean inParagraph) {
        String head = title.replaceAll("（[^（）]{0,20}）", "").strip();
        boolean settled = inherited == PROBLEM || inherited == CAUSE || inherited == MEASURE;
        if (head.length() > 40 || (settled && inParagraph)) {
            return Optional.empty();
        }
        return settled ? within(head, inherited) : opening(head);
    }

    /// Inside a section of a settled kind only a brief heading of another kind changes it.
    private static Optional<SectionKind> within(String head, SectionKind inherited) {
        boolean brief = head.length() <= 16 && !LACKING.matcher(head).find();
        if (!brief || VERB.matcher(head).matches()) {
            return Optional.empty();
        }
        if (DONE_HEAD.matcher(head).matches()) {
            return Optional.of(DONE);
        }
        if (MEASURE_HEAD.matcher(head).matches() && !problemFirst(head)) {
            return Optional.of(MEASURE);
        }
        if (CAUSE_HEAD.matcher(head).matches()) {
            return Optional.of(CAUSE);
        }
        boolean problem = inherited != PROBLEM && PROBLEM_NAME.matcher(head).matches();
        return problem ? Optional.of(PROBLEM) : Optional.empty();
    }

    private static Optional<SectionKind> opening(String head) {
        boolean verb = VERB.matcher(head).matches();
        boolean both = BOTH_HEAD.matcher(head).matches();
        if (head.contains("线索") || head.contains("案例")) {
            return Optional.of(OTHER);
        }
        if (DONE_HEAD.matcher(head).matches() && !head.startsWith("下")) {
            return Optional.of(DONE);
        }
        if (CAUSE_THEN_MEASURE.matcher(head).matches() && !both) {
            return Optional.of(CAUSE);
        }
        if (MEASURE_HEAD.matcher(head).matches() && !verb && !problemFirst(head)) {
            return Optional.of(MEASURE);
        }
        boolean cause = CAUSE_HEAD.matcher(head).matches() && !both;
        if (PROBLEM_HEAD.matcher(head).matches() && !verb && !cause) {
            boolean sure = PROBLEM_SURE.matcher(head).matches() && head.length() <= 24;
            if (sure || head.length() <= 14) {
                return Optional.of(PROBLEM);
            }
        }
        if (CAUSE_HEAD.matcher(head).matches() && !verb) {
            return Optional.of(both ? PROBLEM : CAUSE);
        }
        boolean achieved = ACHIEVEMENT_HEAD.matcher(head).matches();
        return achieved ? Optional.of(ACHIEVEMENT) : Optional.empty();
    }

    /// The kind that the sentence before a list gives to the list.
    static Optional<SectionKind> ofLeadIn(String sentence, SectionKind current) {
        String lead =
                sentence.length() > 120 ? sentence.substring(sentence.length() - 120) : sentence;
        boolean aims = lead.contains("针对") || lead.contains("解决") || lead.contains("围绕");
        boolean achieved = current == ACHIEVEMENT || current == DONE;
        Pattern causes = achieved ? CAUSE_LIST : CAUSE_LEAD;
        if (causes.matcher(lead).matches() && current != MEASURE) {
            return Optional.of(CAUSE);
        }
        if (MEASURE_LEAD.matcher(lead).matches()) {
            return Optional.of(MEASURE);
        }
        if (current != MEASURE && !aims && PROBLEM_LEAD.matcher(lead).matches()) {
            return Optional.of(PROBLEM);
        }
        return Optional.empty();
    }

    private static boolean problemFirst(String head) {
        return head.length() > 4
                && Pattern.compile(LACK + ".{0,3}(?:及|和|与|、|以及)").matcher(head).find();
    }
}
