package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 归类 — walks the sections, settles what each holds, and gathers problems, causes and measures
/// at the finest level that the text itemises.
final class Statements {
    private static final Pattern LIST =
            Pattern.compile(
                    "(?:表现|体现|集中|问题|不足|差距|短板|原因)(?:(?:主要|集中)?(?:表现|体现)?(?:在|为|有|是))?"
                            + "(?:以下|如下)?(?:[一二三四五六七八九几]个方面)?(?:的?问题)?：");
    private static final Pattern BURIED =
            Pattern.compile(
                    "(?:存在|认识到|看到|查摆|发现|反思|仍有|还有|尚有)[^。]{0,40}(?:问题|不足|差距|短板|弱项|薄弱环节)"
                            + "(?:[^。]{0,20}(?:表现|体现|主要是|主要有|如下|以下)[^。：]{0,8})?：");
    private static final Pattern MAINLY = Pattern.compile("(?:主要|根本|归根结底)(?:是|在于|有)[：，]?");
    private static final Pattern OPENER =
            Pattern.compile("(?:一方面|另一方面|再一方面|此外|另外|同时|还有就是|还有|其次|再次)，");
    private static final Pattern PRAISED =
            Pattern.compile(
                    "[^；]{0,80}?[，。]但(?:是)?，?(?:[^，。；]{0,16}?(?:反思|对照|检视|来看|剖析|细究|深究)[^，。；]{0,8}，)?");
    private static final Pattern BUT =
            Pattern.compile(
                    "(?:但|但是|然而|同时|不过)，?[^。]{0,30}(?:还|仍|也|尚)?(?:存在|有)[^。]{0,40}"
                            + "(?:不够|不足|不到位|不深|不强|不高|不严|不实|差距|问题|短板|薄弱)");
    private static final Pattern PROMISE =
            Pattern.compile(
                    "(?<=[，。；：）])(?:下一?步，?[^。；]{0,20}?(?:将|要|继续|拟|计划|争取|力争|准备)|下一阶段，?[^。；]{0,16}?(?:将|要)"
                            + "|接下来，?[^。；]{0,16}?(?:将|要)|今后，?[^。；]{0,12}?将"
                            + "|(?:预计|计划|力争|拟)[^。；，]{0,16}?(?:前|年内|年底|月底)[^。；，]{0,12}?"
                            + "(?:将|全部|全面|完成|解决|实现|建成|办结|整改)|预计[^。；，]{0,20}?将)");
    private static final Pattern CAUSE_CLAUSE =
            Pattern.compile(
                    "(?<=[，。；：])[^，。；：]{0,24}(?:究其原因|(?:主要|根本|深层次|其)原因(?:是|在于|，|就是)|原因在于"
                            + "|根源在于|根源是|从根本上[说讲看来])|(?<=[，。；：])[^，。；：]{0,12}主要是[^。；]{2,60}(?:所致|造成的|导致的|引起的)");
    private static final Pattern DENIAL =
            Pattern.compile(
                    "^(?:[^。；]{0,20}。)?[^；。]{0,40}?(?:不存在|(?<!次|查)未发现|没有发现|没有出现|未出现|无此类|无违反|均没有|从未).*");
    private static final Pattern LACKING =
            Pattern.compile("但|不够|不足|较少|偏少|滞后|缺乏|缺少|弱|差|不到位|不深|不强|不高|不严|不实|欠缺|薄弱|差距|有待|仍有|未能|短板");
    private static final Pattern OWNER_ITEM =
            Pattern.compile("(?:整改)?(?:责任|牵头|配合|分管|包案|承办)[\\p{IsHan}]{0,4}(?:人|单位|部门|领导|科室)：");
    private final String text;
    private final DocumentKind document;
    private final Classification classification;
    private final List<Statement> found = new ArrayList<>();
    private final Set<Integer> starts = new HashSet<>();

    private Statements(String text, DocumentKind document) {
        this.text = text;
        this.document = document;
        this.classification = new Classification(text, document);
    }

    static List<Statement> of(Section root, String text, DocumentKind document) {
        Statements statements = new Statements(text, document);
        statements.classification.survey(root);
        statements.walk(root, SectionKind.PREFACE, root, "");
        statements.found.sort(Comparator.comparingInt(Statement::start));
        if (statements.found.stream().noneMatch(s -> s.kind() == SectionKind.PROBLEM)) {
            statements.findAfterBut(root);
            statements.found.sort(Comparator.comparingInt(Statement::start));
        }
        return List.copyOf(statements.found);
    }

    /// 归处 — the section that heads an item, how far it reaches, and the heading around it.
    private record Place(Section head, int reach, String context) {}

    private void walk(Section section, SectionKind inherited, Section top, String around) {
        boolean isRoot = section.level() == 0;
        String title = isRoot ? "" : section.title(text);
        Section head = section.level() == 1 ? section : top;
        SectionKind inner = classification.settle(section, title, inherited);
        List<Labels.Stretch> stretches = new ArrayList<>();
        Set<Labels.Stretch> leadIns = new HashSet<>();
        SectionKind current = section.kind();
        List<Part> parts = section.parts();
        for (int index = 0; index < parts.size(); index++) {
            Optional<Part> next =
                    index + 1 < parts.size() ? Optional.of(parts.get(index + 1)) : Optional.empty();
            switch (parts.get(index)) {
                case Section child -> walk(child, current, head, section.category() ? "" : title);
                case Passage passage -> {
                    List<Labels.Stretch> split = Labels.split(text, passage, current);
                    stretches.addAll(split);
                    Labels.Stretch last = split.getLast();
                    boolean titleOnly =
                            index == 0 && passage.end() - passage.start() <= title.length();
                    current = titleOnly && !last.labelled() ? inner : last.kind();
                    if (next.isPresent() && !titleOnly) {
                        current = classification.leadIn(last, next.get(), current);
                        if (next.get() instanceof Section && !Labels.standsAlone(text, last)) {
                            leadIns.add(last);
                        }
                    }
                    if (index == 0 && !last.labelled() && inner != section.kind()) {
                        current = inner;
                    }
                }
            }
        }
        Place place = new Place(head, isRoot ? text.length() : section.end(), around);
        emitItem(section, stretches, place);
        for (Labels.Stretch stretch : stretches) {
            emitStretch(section, stretch, leadIns.contains(stretch), place);
            emitInside(section, stretch, leadIns.contains(stretch), place);
        }
    }

    private static boolean wanted(SectionKind kind) {
        return kind == SectionKind.PROBLEM
                || kind == SectionKind.CAUSE
                || kind == SectionKind.MEASURE;
    }

    /// The section itself, when it is a leaf of its kind.
    private void emitItem(Section section, List<Labels.Stretch> stretches, Place head) {
        SectionKind kind = section.kind();
        if (!wanted(kind)
                || section.level() == 0
                || section.category()
                || section.holds(kind)
                || OWNER_ITEM
                        .matcher(text)
                        .region(section.titleStart(), section.end())
                        .lookingAt()) {
            return;
        }
        int end = section.titleStart();
        boolean own = true;
        for (Labels.Stretch stretch : stretches) {
            own &= stretch.kind() == kind;
            end = own ? Math.max(end, stretch.end()) : end;
        }
        if (end > section.titleStart()) {
            add(kind, opening(section, kind, end), end, head);
        }
    }

    /// Where an item begins: a problem after its praise, if only its aspect is named before.
    private int opening(Section section, SectionKind kind, int end) {
        int start = Labels.afterLabel(text, section.titleStart(), end);
        String title = section.title(text);
        boolean neutral = kind == SectionKind.PROBLEM && classification.neutral(title);
        if (!neutral || title.indexOf('，') >= 0) {
            return start;
        }
        int from = Math.min(end, start + title.length() + 1);
        while (from < end && text.charAt(from) <= ' ') {
            from++;
        }
        Matcher praised = PRAISED.matcher(text).region(from, end);
        return praised.lookingAt() && praised.end() < end ? praised.end() : start;
    }

    /// A passage of a wanted kind that is not part of an item.
    private void emitStretch(Section section, Labels.Stretch stretch, boolean leadIn, Place head) {
        SectionKind kind = stretch.kind();
        boolean outside = kind != section.kind() || section.category();
        boolean signature = Labels.signs(text, stretch, section.level() == 0);
        if (!wanted(kind) || leadIn || !outside || signature || section.holds(kind)) {
            return;
        }
        int start = stretch.start();
        if (start == section.titleStart() && section.level() > 0 && !stretch.labelled()) {
            boolean next = section.implicit() && section.title(text).startsWith("下");
            if (next || (stretch.end() - start > 60 && section.title(text).length() > 20)) {
                add(kind, start, stretch.end(), head);
                return;
            }
            start = Math.min(stretch.end(), start + section.title(text).length());
        }
        while (start < stretch.end() && "。；： ，、".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        boolean list = kind == SectionKind.CAUSE && (stretch.labelled() || section.category());
        Matcher mainly = MAINLY.matcher(text).region(start, stretch.end());
        start = list && mainly.lookingAt() ? mainly.end() : start;
        if (list && addClauses(kind, start, stretch.end(), head)) {
            return;
        }
        if (stretch.end() - start >= 6 && !addSentences(section, stretch, start, head)) {
            add(kind, start, stretch.end(), head);
        }
    }

    /// The sentences of a paragraph that stands for itself; false if it is one piece.
    private boolean addSentences(Section section, Labels.Stretch stretch, int start, Place head) {
        boolean wanted =
                switch (stretch.kind()) {
                    case PROBLEM -> !Labels.opensItem(text, stretch);
                    case MEASURE -> section.level() == 0 && Labels.demands(text, stretch);
                    case PREFACE, ACHIEVEMENT, DONE, CAUSE, OTHER -> false;
                };
        if (!wanted || (section.level() > 0 && section.holdsSections())) {
            return false;
        }
        List<Labels.Stretch> sentences =
                Labels.sentences(
                        text,
                        new Labels.Stretch(
                                stretch.kind(), start, stretch.end(), stretch.labelled()));
        if (sentences.size() < 2) {
            return false;
        }
        for (Labels.Stretch each : sentences) {
            Place place = new Place(head.head(), each.end(), head.context());
            add(each.kind(), each.start(), each.end(), place);
        }
        return true;
    }

    /// Problems buried in praise, promises and causes inside passages of another kind.
    private void emitInside(Section section, Labels.Stretch stretch, boolean leadIn, Place head) {
        SectionKind kind = stretch.kind();
        boolean whole =
                stretch.end() - stretch.start() > 40 && text.charAt(stretch.end() - 1) == '。';
        if (kind != SectionKind.PROBLEM && kind != SectionKind.CAUSE && (whole || !leadIn)) {
            Matcher buried = BURIED.matcher(text).region(stretch.start(), stretch.end());
            if (kind != SectionKind.MEASURE && buried.find()) {
                addClauses(SectionKind.PROBLEM, buried.end(), stretch.end(), head);
            }
        }
        if (kind != SectionKind.MEASURE) {
            Matcher promise = PROMISE.matcher(text).region(stretch.start(), stretch.end());
            promise.useTransparentBounds(true);
            while (promise.find()) {
                add(SectionKind.MEASURE, promise.start(), stop(promise.end(), stretch.end()), head);
            }
        }
        if (kind == SectionKind.PROBLEM && !leadIn && !section.holds(SectionKind.CAUSE)) {
            Matcher cause = CAUSE_CLAUSE.matcher(text).region(stretch.start(), stretch.end());
            cause.useTransparentBounds(true);
            Optional<Labels.Stretch> given = Labels.because(text, stretch);
            if (cause.find()) {
                add(SectionKind.CAUSE, cause.start(), stop(cause.end(), stretch.end()), head);
            } else if (given.isPresent()) {
                add(SectionKind.CAUSE, given.get().start(), given.get().end(), head);
            }
        }
    }

    private int stop(int from, int limit) {
        int at = from;
        while (at < limit && "。；\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private void add(SectionKind kind, int start, int end, Place head) {
        if (kind != SectionKind.MEASURE && !namesOne(start, end)) {
            Matcher list = LIST.matcher(text).region(start, end);
            if (list.find() && addClauses(kind, list.end(), end, head)) {
                return;
            }
        }
        String said = text.substring(start, end);
        boolean denied =
                kind == SectionKind.PROBLEM
                        && DENIAL.matcher(said.replace('\n', ' ')).matches()
                        && !LACKING.matcher(said).find();
        boolean done =
                kind == SectionKind.MEASURE
                        && document == DocumentKind.RECTIFICATION
                        && Classification.PAST.matcher(said).find()
                        && !said.contains("将");
        if (!denied && !done && starts.add(start)) {
            found.add(new Statement(kind, start, end, head.head(), head.reach(), head.context()));
        }
    }

    /// Whether an item opens with the name of one problem: 关于学习不深入的问题.
    private boolean namesOne(int start, int end) {
        int at = start;
        while (at < end && "。；：\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return SectionKind.namesProblem(text.substring(start, at));
    }

    /// The clauses of a list after a colon; false if there are fewer than two.
    private boolean addClauses(SectionKind kind, int from, int limit, Place head) {
        int end = from;
        while (end < limit && "。\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        List<int[]> clauses = new ArrayList<>();
        int start = from;
        for (int at = from; at <= end; at++) {
            if (at == end || text.charAt(at) == '；') {
                if (at - start >= 4) {
                    clauses.add(new int[] {start, at});
                }
                start = at + 1;
            }
        }
        if (clauses.size() < 2) {
            return false;
        }
        for (int[] clause : clauses) {
            Matcher opener = OPENER.matcher(text).region(clause[0], clause[1]);
            clause[0] = opener.lookingAt() ? opener.end() : clause[0];
            if (starts.add(clause[0])) {
                found.add(
                        new Statement(
                                kind,
                                clause[0],
                                clause[1],
                                head.head(),
                                clause[1],
                                head.context()));
            }
        }
        return true;
    }

    /// Praise first, the problem after 但: only where a document names its problems nowhere else.
    private void findAfterBut(Section section) {
        for (Part part : section.parts()) {
            switch (part) {
                case Section inner -> findAfterBut(inner);
                case Passage passage -> {
                    Matcher but = BUT.matcher(text).region(passage.start(), passage.end());
                    while (section.kind() != SectionKind.MEASURE && but.find()) {
                        int start = but.start();
                        while ("但是然而同时不过，".indexOf(text.charAt(start)) >= 0) {
                            start++;
                        }
                        if (starts.add(start)) {
                            int end = stop(but.end(), passage.end());
                            found.add(
                                    new Statement(
                                            SectionKind.PROBLEM, start, end, section, end, ""));
                        }
                    }
                }
            }
        }
    }
}
