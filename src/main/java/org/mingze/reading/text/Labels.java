package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 小标签 — words with a colon that say what the following text is: 整改措施： 原因分析：.
final class Labels {
    private static final Pattern SIGNED =
            Pattern.compile(
                    "(?: *[\\p{IsHan} ]{2,20}\\n)? *[0-9*〇一二三四五六七八九]{2,4} ?年 ?[0-9*一二三四五六七八九十]{1,3} ?月"
                            + " ?[0-9*一二三四五六七八九十]{1,3} ?日 *(?:\\n|$)|〔本人填写：[^〕\\n]*〕");
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?<problem>存在的?(?:主要|突出|具体)?问题|问题表现|具体表现|问题描述|主要问题|反馈问题|具体问题|审计发现"
                            + "|问题[0-9一二三四五六七八九十]{0,3})：|(?<cause>(?:问题|产生|存在|主要|形成)?原因(?:分析|剖析)?|根源分析)："
                            + "|(?<measure>(?:整改|改进|工作|具体|下一?步|防范)?措施|下一?步(?:打算|工作|计划|安排)?|整改方向|(?:对此，|为此，|现)?提出(?:以下|如下)[^。：，]{0,6}(?:要求|意见|建议)"
                            + "|努力方向|整改计划|审计建议|整改要求)：|(?<done>整改(?:落实)?(?:情况|进展|成效|结果)|完成情况"
                            + "|进展情况|目前进展|整改状态)：");
    private static final Pattern CAUSE_LEAD =
            Pattern.compile(
                    "(?:(?:产生|造成|导致|形成|出现|存在|分析|剖析|反思|究其|探究|深挖|上述|以上|这些)[^。：；]{0,24}"
                            + "(?:原因|根源)|(?:主要|根本|究其)原因)[^。：；]{0,16}[。：]");
    private static final Pattern ROOT_LEAD =
            Pattern.compile(
                    "(?:之所以)?(?:会)?(?:产生|造成|导致|形成|出现|存在|有)[^。：；，]{0,10}(?:问题|不足|差距|毛病|情况)[^。：；，]{0,4}，"
                            + "[^。；，]{0,8}(?:原因|根源|根子|症结)[^。：；，]{0,10}?(?:在于|是)");
    private static final Pattern FOUND_LEAD =
            Pattern.compile(
                    "(?:但|不过)?(?:从)?(?:检查|督查|督导|暗访|抽查|审计|核查|巡察|检查情况)(?:组)?(?:中|过程中)?"
                            + "(?:也|还)?(?:发现|来?看)，");
    private static final Pattern ADMITTED_LEAD =
            Pattern.compile(
                    "(?![^。]*(?:针对|解决|整改|破解))[^。：；]{0,50}(?:自查|检查|对照|反思|回顾|查摆|梳理|剖析|也|还|仍|但)"
                            + "[^。：；]{0,24}(?:发现|看到|存在|认识到|有)[^。：；，]{0,12}"
                            + "(?:问题|不足|差距|毛病|短板|弱项|薄弱环节|漏洞|困难)。(?=[^。]{12})");
    private static final Pattern GENERAL =
            Pattern.compile(
                    "(?:[^。：]{0,60}，)?(?:但|然而|不过|与|离)?[^。：，]{0,30}(?:有|存在|相比|仍然|依然|较为|比较)"
                            + "[^。：，]{0,10}(?:差距|不足|问题|短板|突出)。(?:主要|具体|集中)?(?:是|表现在|体现在|表现为)?[：，]?");
    private static final Pattern FAULT =
            Pattern.compile("不(?!断|仅|忘|但)|未|没有|缺|无(?!缝|疑)|偏|滞后|薄弱|淡薄|较少|形同虚设|失之|流于|停留在|走过场");
    private static final Pattern WHY = Pattern.compile("究其原因|原因(?:在于|是)|根源(?:在于|是)|所致");
    private static final Pattern OUGHT = Pattern.compile("(?:要|须|应|应当|必须)(?!求|素|点)");
    /// What a sentence gives as its own cause: 因点多面广、资金不足，部分渠道没有修.
    private static final Pattern BECAUSE =
            Pattern.compile(
                    "(?<=[，。；：\\n\\s])(?:因为?|由于)"
                            + "(?![此而故公人果素]|[^，。；：]{0,12}(?:问责|处分|处理|通报|工作需要))"
                            + "(?<cause>[^，。；：]{0,30}"
                            + "(?:不足|不够|不到位|不强|不高|不深|不严|短缺|紧缺|缺乏|缺少|有限|薄弱|滞后|较多|较大|较少|分散|面广|影响|限制|制约|原因)"
                            + "[^，。；：]{0,10})等?(?=[，。；])");

    private static final int HEAD_MAX = 4;
    private static final int SENTENCE_MIN = 8;

    /// 标记段 — a stretch of a passage with its kind; labelled if a label opens it.
    record Stretch(SectionKind kind, int start, int end, boolean labelled) {}

    private Labels() {}

    /// The words of a sentence that give its own cause.
    static Optional<Stretch> because(String text, Stretch stretch) {
        Matcher because = BECAUSE.matcher(text).region(stretch.start(), stretch.end());
        because.useTransparentBounds(true);
        return because.find()
                ? Optional.of(
                        new Stretch(
                                SectionKind.CAUSE,
                                because.start("cause"),
                                because.end("cause"),
                                false))
                : Optional.empty();
    }

    static List<Stretch> split(String text, Passage passage, SectionKind current) {
        List<Stretch> stretches = new ArrayList<>();
        Matcher matcher = LABEL.matcher(text).region(passage.start(), passage.end());
        int from = passage.start();
        SectionKind kind = current;
        boolean labelled = false;
        Matcher lead = CAUSE_LEAD.matcher(text).region(passage.start(), passage.end());
        if (current != SectionKind.MEASURE && lead.lookingAt() && lead.end() < passage.end()) {
            kind = SectionKind.CAUSE;
            labelled = true;
            from = lead.end();
            matcher.region(from, passage.end());
        }
        Optional<Stretch> told = told(text, passage, current);
        if (told.isPresent()) {
            kind = told.get().kind();
            labelled = true;
            from = told.get().start();
            matcher.region(from, passage.end());
        }
        while (matcher.find()) {
            if (!opens(text, matcher.start(), passage.start())) {
                continue;
            }
            if (matcher.start() - from > HEAD_MAX || labelled) {
                stretches.add(new Stretch(kind, from, matcher.start(), labelled));
            }
            kind = kind(matcher);
            labelled = true;
            from = matcher.end();
        }
        if (from < passage.end() || labelled) {
            stretches.add(new Stretch(kind, from, passage.end(), labelled));
        }
        return stretches;
    }

    /// What a paragraph says of itself in its first words: 检查发现， 产生上述问题，根子在于.
    private static Optional<Stretch> told(String text, Passage passage, SectionKind current) {
        if (current == SectionKind.MEASURE) {
            return Optional.empty();
        }
        Matcher root = ROOT_LEAD.matcher(text).region(passage.start(), passage.end());
        if (root.lookingAt()) {
            return Optional.of(new Stretch(SectionKind.CAUSE, root.end(), passage.end(), true));
        }
        Matcher admitted = ADMITTED_LEAD.matcher(text).region(passage.start(), passage.end());
        boolean before = current == SectionKind.PREFACE || current == SectionKind.ACHIEVEMENT;
        if (before && admitted.lookingAt() && !Marker.follows(text, admitted.end())) {
            return Optional.of(
                    new Stretch(SectionKind.PROBLEM, admitted.end(), passage.end(), true));
        }
        Matcher found = FOUND_LEAD.matcher(text).region(passage.start(), passage.end());
        return current == SectionKind.PREFACE && found.lookingAt()
                ? Optional.of(new Stretch(SectionKind.PROBLEM, found.end(), passage.end(), true))
                : Optional.empty();
    }

    /// Where the words begin that a label of the same item opens.
    static int afterLabel(String text, int start, int end) {
        Matcher label = LABEL.matcher(text).region(start, end);
        return label.lookingAt() && label.end() < end ? label.end() : start;
    }

    /// Whether a label with a colon opens it, so that it is one item: 问题2：.
    static boolean opensItem(String text, Stretch stretch) {
        return stretch.labelled() && stretch.start() > 0 && text.charAt(stretch.start() - 1) == '：';
    }

    /// Whether it is opened by words that demand: 提出以下要求：.
    static boolean demands(String text, Stretch stretch) {
        String before = text.substring(Math.max(0, stretch.start() - 3), stretch.start());
        return before.matches("(?:要求|意见|建议)：");
    }

    /// Whether a paragraph told its causes itself and leads in to nothing.
    static boolean standsAlone(String text, Stretch stretch) {
        return stretch.labelled()
                && stretch.kind() == SectionKind.CAUSE
                && stretch.end() - stretch.start() > 40
                && text.charAt(stretch.end() - 1) == '。';
    }

    /// Whether a stretch is a signature above its date, the date, or a place that nobody filled; on
    /// the top level whatever says nothing.
    static boolean signs(String text, Stretch stretch, boolean top) {
        return (top && !says(text, stretch))
                || SIGNED.matcher(text).region(stretch.start(), text.length()).lookingAt();
    }

    /// Whether anything is said: who signs a document ends no sentence.
    static boolean says(String text, Stretch stretch) {
        return text.substring(stretch.start(), stretch.end())
                .chars()
                .anyMatch(each -> "。；，：".indexOf(each) >= 0);
    }

    /// A paragraph that nothing itemises: each of its sentences that names a fault or makes a
    /// demand.
    static List<Stretch> sentences(String text, Stretch stretch) {
        List<Stretch> sentences = new ArrayList<>();
        Matcher general = GENERAL.matcher(text).region(stretch.start(), stretch.end());
        int from =
                stretch.kind() == SectionKind.PROBLEM && general.lookingAt()
                        ? general.end()
                        : stretch.start();
        Pattern telling = stretch.kind() == SectionKind.PROBLEM ? FAULT : OUGHT;
        for (int at = from; at < stretch.end(); at++) {
            if ("。\n".indexOf(text.charAt(at)) >= 0 || at == stretch.end() - 1) {
                String said = text.substring(from, at);
                boolean tells = telling.matcher(said).find() && !WHY.matcher(said).find();
                if (tells && said.length() >= SENTENCE_MIN) {
                    sentences.add(new Stretch(stretch.kind(), from, at, stretch.labelled()));
                }
                from = at + 1;
            }
        }
        return sentences;
    }

    private static boolean opens(String text, int at, int from) {
        return at == from || "。；！？ \t|\n）】”[【（".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static SectionKind kind(Matcher matcher) {
        for (SectionKind kind :
                new SectionKind[] {SectionKind.PROBLEM, SectionKind.CAUSE, SectionKind.MEASURE}) {
            if (matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                return kind;
            }
        }
        return SectionKind.DONE;
    }
}
