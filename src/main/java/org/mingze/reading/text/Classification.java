package org.mingze.reading.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// 归类 — gives each section its kind by its heading, and each list its kind by what leads in to it.
final class Classification {
    static final Pattern PAST = Pattern.compile("已经|已[完整建制召开印办清退追收组对将]|目前.{0,12}已");

    private static final Pattern FAULT = Pattern.compile("[弱差少浅松软低慢还待短薄]");
    private static final Pattern NAMED_ASPECT =
            Pattern.compile("(?:关于[^，。；不未缺欠]{2,14}|(?:在)?[^，。；不未缺欠]{2,14}(?:方面|上))");
    private static final Pattern ADMONITION =
            Pattern.compile(".{0,4}(?:要求|保障措施|组织领导|组织保障|组织实施|附则|说明|责任追究)");
    private static final Pattern ASPECT =
            Pattern.compile("(?:关于|在)?“?[^，。；不未缺欠]{2,14}?”?(?:方面|上)?(?:存在的?问题)?");

    private final String text;
    private final DocumentKind document;
    private boolean plainExamination;

    Classification(String text, DocumentKind document) {
        this.text = text;
        this.document = document;
    }

    /// Settles whether the document examines faults aspect by aspect, without a heading that says
    /// so.
    void survey(Section root) {
        boolean examination =
                document == DocumentKind.SELF_EXAMINATION
                        || document == DocumentKind.ORGANISATION_LIFE;
        List<Section> aspects = root.sections();
        plainExamination =
                examination
                        && aspects.stream().filter(s -> aspect(s)).count() >= 3
                        && aspects.stream().noneMatch(s -> headed(s));
    }

    private boolean headed(Section section) {
        return SectionKind.ofHeading(section.title(text), SectionKind.PREFACE, false)
                .filter(kind -> kind == SectionKind.PROBLEM)
                .isPresent();
    }

    private boolean aspect(Section section) {
        return section.level() == 1 && ASPECT.matcher(section.title(text)).matches();
    }

    /// Whether a title names an aspect only, and no fault: 关于联系群众, 廉洁自律方面.
    boolean neutral(String title) {
        return plainExamination
                ? ASPECT.matcher(title).matches() && !FAULT.matcher(title).find()
                : NAMED_ASPECT.matcher(title).matches();
    }

    /// Gives the section its kind; answers the kind that its inner parts start with.
    SectionKind settle(Section section, String title, SectionKind inherited) {
        if (section.level() == 0) {
            section.classify(SectionKind.PREFACE, false);
            return SectionKind.PREFACE;
        }
        if (section.implicit() && ImplicitHeadings.opensNext(title)) {
            section.classify(SectionKind.MEASURE, section.holdsSections());
            return SectionKind.MEASURE;
        }
        if (namesProblem(title, inherited)) {
            section.classify(SectionKind.PROBLEM, false);
            return rectifying() ? answers(section) : SectionKind.PROBLEM;
        }
        Optional<SectionKind> own = SectionKind.ofHeading(title, inherited, section.isClause());
        boolean listed = rectifying() || document == DocumentKind.DUTY_LIST;
        if (listed && inherited == SectionKind.PREFACE && ADMONITION.matcher(title).matches()) {
            section.classify(SectionKind.OTHER, true);
            return SectionKind.OTHER;
        }
        SectionKind outer = inherited == SectionKind.PREFACE ? usual() : inherited;
        boolean examined =
                plainExamination
                        && aspect(section)
                        && own.filter(k -> k == SectionKind.CAUSE || k == SectionKind.MEASURE)
                                .isEmpty();
        SectionKind kind = examined ? SectionKind.PROBLEM : own.orElse(outer);
        section.classify(kind, !examined && own.isPresent() && kind != inherited);
        return kind;
    }

    /// What a section holds if nothing says so: in a task list, what is to be done.
    private SectionKind usual() {
        return document == DocumentKind.TASK_TABLE ? SectionKind.MEASURE : SectionKind.ACHIEVEMENT;
    }

    private boolean rectifying() {
        return document == DocumentKind.RECTIFICATION || document == DocumentKind.TASK_TABLE;
    }

    private boolean namesProblem(String title, SectionKind inherited) {
        boolean about = title.startsWith("关于");
        boolean named = SectionKind.namesProblem(title);
        if (rectifying()) {
            return named || (about && title.endsWith("问题"));
        }
        boolean open = inherited != SectionKind.PROBLEM && inherited != SectionKind.CAUSE;
        return named && about && open;
    }

    /// What stands under a problem in a rectification report: work done, or measures to come.
    private SectionKind answers(Section section) {
        boolean past = PAST.matcher(text.substring(section.start(), section.end())).find();
        return past ? SectionKind.DONE : SectionKind.MEASURE;
    }

    /// The kind of what follows a stretch of text.
    SectionKind leadIn(Labels.Stretch last, Part next, SectionKind current) {
        String said = text.substring(last.start(), last.end()).strip();
        int stop = Math.max(0, said.length() - 1);
        int sentence = stop == 0 ? 0 : said.lastIndexOf('。', stop - 1) + 1;
        String lead = said.substring(sentence);
        boolean leads = next instanceof Section || lead.endsWith("：") || said.length() <= 30;
        return leads ? SectionKind.ofLeadIn(lead, current).orElse(current) : current;
    }
}
