package org.mingze.reading.text;

import java.util.Optional;
import java.util.regex.Pattern;

/// 归类 — gives each section its kind by its heading, and each list its kind by what leads in to it.
final class Classification {
    static final Pattern PAST = Pattern.compile("已经|已[完整建制召开印办清退追收组对将]|目前.{0,12}已");

    private final String text;
    private final DocumentKind document;

    Classification(String text, DocumentKind document) {
        this.text = text;
        this.document = document;
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
        SectionKind outer = inherited == SectionKind.PREFACE ? usual() : inherited;
        SectionKind kind = own.orElse(outer);
        section.classify(kind, own.isPresent() && kind != inherited);
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
