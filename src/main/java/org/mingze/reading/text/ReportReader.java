package org.mingze.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 读材料 — reads one document: a pure function of its text.
public final class ReportReader {
    private static final int GIST_LENGTH = 20;
    private static final Pattern VAGUE =
            Pattern.compile(
                    "若干|多次|数次|数十|上百|几十|数百|多个|多起|多家|多名|大批|一批|大量|一些|几次|屡次|[0-9一二三四五六七八九十]{1,4}余?多?余次");
    private static final Pattern OWNER_LINE =
            Pattern.compile(
                    "(?:[（(]?[一二三四五六七八九十0-9]{1,2}[)）.、] ?)?[（(【]?(?:(?:整改)?责任|牵头|完成|整改|办理|承办|配合|主办|包案)[\\p{IsHan}]{0,4}"
                            + "(?:人|单位|部门|领导|科室|时限|期限|时间|主体)：");
    private static final Pattern LABEL = Pattern.compile("[\\p{IsHan}]{2,6}：");
    private static final Pattern NO_DUTY =
            Pattern.compile(".*(?:追究|附则|监督检查|考核办法|说明|组织领导|工作要求|责任追究|保障措施).*");

    private ReportReader() {}

    public static Reading read(String file, String source) {
        PlainText plain = PlainText.of(source);
        String text = plain.text();
        DocumentKind kind = DocumentKind.of(text);
        List<Passage> paragraphs = Outline.paragraphs(text);
        List<TableRows.Row> rows = TableRows.find(text, paragraphs);
        Section root = Outline.of(text, TableRows.starts(rows, paragraphs));
        List<Statement> statements = new ArrayList<>(Statements.of(root, text, kind));
        List<Reading.Duty> duties = new ArrayList<>();
        boolean dutyList = kind == DocumentKind.DUTY_LIST;
        if (dutyList) {
            collectDuties(root, plain, duties);
            statements.removeIf(s -> s.kind() == SectionKind.MEASURE);
        }
        addRows(rows, root, dutyList, plain, statements, duties);
        return new Reading(
                file,
                kind,
                source.length(),
                Outline.headings(root, plain),
                FigureFinder.find(plain, of(SectionKind.MEASURE, statements), dutyList),
                findings(of(SectionKind.PROBLEM, statements), plain),
                causes(of(SectionKind.CAUSE, statements), plain),
                measures(of(SectionKind.MEASURE, statements), rows, plain),
                Linker.link(
                        text,
                        of(SectionKind.PROBLEM, statements),
                        of(SectionKind.CAUSE, statements),
                        of(SectionKind.MEASURE, statements)),
                duties,
                Mechanisms.find(plain),
                vague(plain));
    }

    private static List<Statement> of(SectionKind kind, List<Statement> statements) {
        return statements.stream()
                .filter(s -> s.kind() == kind)
                .sorted((one, other) -> Integer.compare(one.start(), other.start()))
                .toList();
    }

    private static List<Reading.Finding> findings(List<Statement> problems, PlainText plain) {
        List<Reading.Finding> findings = new ArrayList<>();
        for (Statement problem : problems) {
            Section section = problem.section();
            String title = section.level() == 0 ? "" : section.title(plain.text());
            String mark =
                    section.marker()
                            .map(m -> plain.text().substring(m.start(), m.end()))
                            .orElse("");
            findings.add(
                    new Reading.Finding(
                            gist(problem.start(), problem.end(), plain),
                            plain.origin(problem.start()),
                            mark.strip() + title));
        }
        return findings;
    }

    private static List<Reading.Cause> causes(List<Statement> statements, PlainText plain) {
        List<Reading.Cause> causes = new ArrayList<>();
        for (Statement cause : statements) {
            String gist = gist(cause.start(), cause.end(), plain);
            causes.add(new Reading.Cause(gist, plain.origin(cause.start())));
        }
        return causes;
    }

    private static List<Reading.Measure> measures(
            List<Statement> statements, List<TableRows.Row> rows, PlainText plain) {
        List<Reading.Measure> measures = new ArrayList<>();
        for (Statement measure : statements) {
            int end = labelledLines(plain.text(), measure.end());
            Particulars stated = Particulars.of(plain.text().substring(measure.start(), end));
            for (TableRows.Row row : rows) {
                if (row.start() <= measure.start() && measure.start() < row.end()) {
                    stated = row.particulars(plain.text());
                }
            }
            measures.add(
                    new Reading.Measure(
                            gist(measure.start(), measure.end(), plain),
                            plain.origin(measure.start()),
                            stated.deadline(),
                            stated.owner(),
                            stated.frequency()));
        }
        return measures;
    }

    /// Where the lines end that follow an item and name its owner or its deadline.
    private static int labelledLines(String text, int end) {
        int at = end;
        while (at < text.length() && text.charAt(at) == '\n') {
            int next = text.indexOf('\n', at + 1);
            next = next < 0 ? text.length() : next;
            if (!OWNER_LINE.matcher(text).region(at + 1, next).lookingAt()) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static void addRows(
            List<TableRows.Row> rows,
            Section root,
            boolean dutyList,
            PlainText plain,
            List<Statement> statements,
            List<Reading.Duty> duties) {
        for (TableRows.Row row : rows) {
            boolean hasMeasure = row.cell(TableRows.Column.MEASURE).isPresent();
            for (TableRows.Cell cell : row.cells()) {
                switch (cell.column()) {
                    case PROBLEM -> statements.add(statement(SectionKind.PROBLEM, cell, row, root));
                    case CAUSE -> statements.add(statement(SectionKind.CAUSE, cell, row, root));
                    case MEASURE -> statements.add(statement(SectionKind.MEASURE, cell, row, root));
                    case DUTY -> {
                        if (dutyList) {
                            duties.add(
                                    duty(
                                            cell.start(),
                                            cell.end(),
                                            row.particulars(plain.text()),
                                            plain));
                        } else if (!hasMeasure) {
                            statements.add(statement(SectionKind.MEASURE, cell, row, root));
                        }
                    }
                    case NUMBER, OWNER, PERSON, DEADLINE, FREQUENCY, DONE, UNKNOWN -> {}
                }
            }
        }
    }

    private static Statement statement(
            SectionKind kind, TableRows.Cell cell, TableRows.Row row, Section root) {
        return new Statement(kind, cell.start(), cell.end(), root, row.end(), "");
    }

    /// The leaves of a duty list are its duties.
    private static void collectDuties(Section section, PlainText plain, List<Reading.Duty> duties) {
        String text = plain.text();
        for (Section inner : section.sections()) {
            if (NO_DUTY.matcher(inner.title(text)).matches() && inner.level() == 1) {
                continue;
            }
            if (!inner.sections().isEmpty()) {
                collectDuties(inner, plain, duties);
            } else if (inner.marker().isPresent() && !collectLines(inner, plain, duties)) {
                int end = inner.end();
                Particulars stated = Particulars.of(text.substring(inner.titleStart(), end));
                duties.add(duty(inner.titleStart(), end, stated, plain));
            }
        }
    }

    /// The lines under a heading that stands alone; false if it has none.
    private static boolean collectLines(
            Section section, PlainText plain, List<Reading.Duty> duties) {
        List<Part> parts = section.parts();
        boolean found = false;
        for (int index = 1; index < parts.size(); index++) {
            if (parts.get(index) instanceof Passage line
                    && !LABEL.matcher(plain.text()).region(line.start(), line.end()).lookingAt()) {
                boolean alone =
                        parts.getFirst() instanceof Passage first
                                && first.end() - first.start()
                                        <= section.title(plain.text()).length();
                if (alone) {
                    Particulars stated = Particulars.of(line.text(plain.text()));
                    duties.add(duty(line.start(), line.end(), stated, plain));
                    found = true;
                }
            }
        }
        return found;
    }

    private static Reading.Duty duty(int start, int end, Particulars stated, PlainText plain) {
        return new Reading.Duty(
                gist(start, end, plain),
                plain.origin(start),
                stated.frequency(),
                stated.deadline(),
                stated.owner());
    }

    /// The first words of an item: its first sentence, at most twenty characters of the source.
    private static String gist(int start, int end, PlainText plain) {
        String text = plain.text();
        int limit = Math.min(Math.min(end, text.length()), start + GIST_LENGTH);
        int at = start;
        while (at < limit && "。；\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return plain.written(start, at).stripTrailing();
    }

    private static List<Reading.VagueAmount> vague(PlainText plain) {
        List<Reading.VagueAmount> vague = new ArrayList<>();
        Matcher matcher = VAGUE.matcher(plain.text());
        while (matcher.find()) {
            String said = plain.written(matcher.start(), matcher.end());
            vague.add(new Reading.VagueAmount(said, plain.origin(matcher.start())));
        }
        return vague;
    }
}
