package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 小标签 — words with a colon that say what the following text is: 整改措施： 原因分析：.
final class Labels {
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?<problem>存在的?(?:主要|突出|具体)?问题|问题表现|具体表现|问题描述|主要问题|反馈问题|具体问题|审计发现"
                            + "|问题[0-9一二三四五六七八九十]{0,3})：|(?<cause>(?:问题|产生|存在|主要|形成)?原因(?:分析|剖析)?|根源分析)："
                            + "|(?<measure>(?:整改|改进|工作|具体|下一?步|防范)?措施|下一?步(?:打算|工作|计划|安排)?|整改方向"
                            + "|努力方向|整改计划|审计建议|整改要求)：|(?<done>整改(?:落实)?(?:情况|进展|成效|结果)|完成情况"
                            + "|进展情况|目前进展|整改状态)：");
    private static final Pattern CAUSE_LEAD =
            Pattern.compile(
                    "(?:(?:产生|造成|导致|形成|出现|存在|分析|剖析|反思|究其|探究|深挖|上述|以上|这些)[^。：；]{0,24}"
                            + "(?:原因|根源)|(?:主要|根本|究其)原因)[^。：；]{0,16}[。：]");
    private static final int HEAD_MAX = 4;

    /// 标记段 — a stretch of a passage with its kind; labelled if a label opens it.
    record Stretch(SectionKind kind, int start, int end, boolean labelled) {}

    private Labels() {}

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
