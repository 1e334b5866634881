package org.mingze.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mingze.duty.AsOf;
import org.mingze.institution.ReportTemplate;
import org.mingze.institution.ReportTemplate.Cited;
import org.mingze.institution.ReportTemplate.Clause;
import org.mingze.institution.ReportTemplate.Count;
import org.mingze.institution.ReportTemplate.Horizon;
import org.mingze.institution.ReportTemplate.Piece;
import org.mingze.institution.ReportTemplate.Sentence;
import org.mingze.institution.ReportTemplate.Taken;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.report.kept.OwnWords;
import org.mingze.work.WorkRecord;

/// 起草述职 — fills a template from what is known. It says only what the records yield: a sentence
/// whose number is 0 and that asks for more is left out, an unknown number is named unknown.
public final class ReportDraft {
    private static final int LISTED_MAX = 40;

    private final ReportTemplates.Declared template;
    private final ReportSubject subject;
    private final DutyCounting duties;
    private final Figures figures;
    private final OwnWords own;
    private final Set<String> places = new LinkedHashSet<>();
    private final TakenRecords records;

    ReportDraft(ReportTemplates.Declared template, ReportSubject subject, OwnWords own) {
        this.template = template;
        this.own = own;
        this.subject = subject;
        this.duties = new DutyCounting(subject, template.institution());
        this.figures = new Figures(subject, template.institution(), duties);
        this.records = new TakenRecords(subject, template.institution());
    }

    /// The reports that the posts of a body owe by the templates in force.
    public static List<ReportDraft> owed(String body, LocalDate from, LocalDate to, AsOf asOf) {
        LocalDate day = asOf.day().isBefore(to) ? asOf.day() : to;
        AsOf seen = new AsOf(asOf.known(), day);
        List<ReportDraft> owed = new ArrayList<>();
        for (ReportTemplates.Declared declared : ReportTemplates.enacted(seen, to)) {
            asOf.known().organization().postsIn(body, day).stream()
                    .filter(post -> ReportTemplates.fits(declared, post.code(), seen))
                    .map(post -> new ReportSubject(post.code(), from, to, asOf))
                    .map(subject -> new ReportDraft(declared, subject, OwnWords.NONE))
                    .forEach(owed::add);
        }
        return owed;
    }

    public String post() {
        return subject.post();
    }

    /// What this report prints behind such words, and the metrics of its institution so named.
    public List<DutyReport.Figure> said(Predicate<String> words) {
        List<DutyReport.Figure> said = new ArrayList<>();
        for (Clause clause : template.template().clauses()) {
            for (Sentence sentence : clause.sentences()) {
                if (sentence instanceof Sentence.Said(var _, var _, List<Piece> pieces)) {
                    said.addAll(said(pieces, clause.horizon(), words));
                }
            }
        }
        template.institution().metrics().stream()
                .filter(metric -> words.test(metric.name()))
                .map(metric -> new Count.OfMetric(new Cited(Optional.empty(), metric.number())))
                .map(count -> figures.figure(count, "", Horizon.CURRENT))
                .forEach(said::add);
        return said;
    }

    private List<DutyReport.Figure> said(
            List<Piece> pieces, Horizon horizon, Predicate<String> words) {
        List<DutyReport.Figure> said = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case ReportTemplate.Words(String text) -> before.append(text);
                case Count count when words.test(before.toString()) ->
                        said.add(figures.figure(count, "", horizon));
                case Count _, ReportTemplate.Name _, ReportTemplate.FieldOf _ -> {}
            }
        }
        return said;
    }

    /// The report of a post over the days `from`–`to`, both included.
    public static DutyReport compose(
            ReportTemplates.Declared template,
            String post,
            LocalDate from,
            LocalDate to,
            AsOf asOf,
            Sealing sealing) {
        return compose(template, post, from, to, asOf, sealing, OwnWords.NONE);
    }

    /// The same with what the person wrote in its places.
    public static DutyReport compose(
            ReportTemplates.Declared template,
            String post,
            LocalDate from,
            LocalDate to,
            AsOf asOf,
            Sealing sealing,
            OwnWords own) {
        ReportSubject subject = new ReportSubject(post, from, to, asOf);
        return new ReportDraft(template, subject, own).report(template, sealing);
    }

    private DutyReport report(ReportTemplates.Declared declared, Sealing sealing) {
        ReportTemplate template = declared.template();
        if (!ReportTemplates.fits(declared, subject.post(), subject.asOf())) {
            figures.find("", "此岗不是" + template.bearer().name() + "，换一个模板。");
        }
        List<DutyReport.Section> sections = new ArrayList<>();
        for (Clause clause : template.clauses()) {
            String title = ReportWords.ordinal(sections.size() + 1) + "、" + clause.title();
            sections.add(section(clause, title));
        }
        return finished(template, sections, sealing);
    }

    DutyReport finished(
            ReportTemplate template, List<DutyReport.Section> sections, Sealing sealing) {
        subject.vacancies().forEach(sentence -> figures.find("", sentence));
        own.unused(places)
                .forEach(place -> figures.find("", "本人写的“" + place + "”在模板里没有位置，没有用上。把它挪到现有的位置。"));
        return new DutyReport(
                ReportWords.period(subject.from(), subject.to()) + template.name(),
                subject.name(),
                subject.holders(),
                subject.from(),
                subject.to(),
                subject.asOf().day(),
                sections,
                figures.all(),
                figures.findings(),
                sealing);
    }

    DutyReport.Section section(Clause clause, String title) {
        int before = figures.all().size();
        List<DutyReport.Paragraph> paragraphs = new ArrayList<>();
        Composing composing = new Composing(clause, paragraphs);
        clause.sentences().forEach(composing::add);
        composing.close();
        if (paragraphs.isEmpty()) {
            String none = "本报告期账上没有这方面的记录。";
            paragraphs.add(
                    new DutyReport.Paragraph(
                            Optional.empty(), List.of(new DutyReport.Words(none))));
        }
        long records =
                Stream.concat(
                                figures.all().stream()
                                        .skip(before)
                                        .flatMap(figure -> figure.records().stream()),
                                taken(clause))
                        .distinct()
                        .limit(clause.recordsMin())
                        .count();
        if (clause.mandatory() && records < clause.recordsMin()) {
            figures.find(
                    clause.title(),
                    "必写的板块须有%d笔记录，账上%d笔。补录后重写，或写明为何没有。".formatted(clause.recordsMin(), records));
        }
        return new DutyReport.Section(title, paragraphs);
    }

    Figures figures() {
        return figures;
    }

    /// The numbers of the records that a section takes.
    private Stream<Long> taken(Clause clause) {
        return clause.taken().stream()
                .flatMap(
                        taken ->
                                switch (taken) {
                                    case Taken.Numbered(var cited) ->
                                            figures
                                                    .count(cited, clause.horizon())
                                                    .sources()
                                                    .stream()
                                                    .flatMap(source -> source.records().stream());
                                    case Taken.Records(var selector) ->
                                            records.of(selector, clause.horizon()).stream()
                                                    .map(WorkRecord::number);
                                });
    }

    /// 成段 — gathers the sentences of a section into paragraphs; a 目 begins a new one.
    private final class Composing {
        private final Clause clause;
        private final List<DutyReport.Paragraph> paragraphs;
        private final List<DutyReport.Run> runs = new ArrayList<>();
        private Optional<String> heading = Optional.empty();
        private int headings;

        Composing(Clause clause, List<DutyReport.Paragraph> paragraphs) {
            this.clause = clause;
            this.paragraphs = paragraphs;
        }

        void add(Sentence sentence) {
            if (sentence.heading().isPresent()) {
                close();
                heading = sentence.heading();
            }
            switch (sentence) {
                case Sentence.Said said -> say(said);
                case Sentence.Listed(var _, var tallies) ->
                        list(duties.listed(tallies, clause.horizon()));
                case Sentence.Own(var _, String hint) -> own(hint);
            }
        }

        private void own(String hint) {
            close();
            places.add(OwnWords.place(clause.title(), hint));
            Optional<String> words = own.at(clause.title(), hint);
            words.filter(ReportDraft::hasNumber)
                    .ifPresent(
                            _ ->
                                    figures.find(
                                            clause.title(),
                                            "本人写的“" + hint + "”里有数，不是从账上数的，不带标注。核实，或改由指标写出。"));
            if (words.isEmpty()) {
                runs.add(new DutyReport.Own(hint, Optional.empty()));
                close();
                return;
            }
            for (String paragraph : words.get().lines().toList()) {
                runs.add(new DutyReport.Own(hint, Optional.of(paragraph)));
                close();
            }
        }

        private void say(Sentence.Said said) {
            boolean silent =
                    said.when()
                            .map(count -> figures.count(count, clause.horizon()))
                            .filter(Counted::isZero)
                            .isPresent();
            if (silent) {
                return;
            }
            if (said.pieces().stream().noneMatch(ReportTemplate.FieldOf.class::isInstance)) {
                said.pieces().forEach(piece -> runs.add(run(piece)));
                return;
            }
            for (Taken taken : clause.taken()) {
                if (taken instanceof Taken.Records(var selector)) {
                    records.of(selector, clause.horizon())
                            .forEach(
                                    record ->
                                            said.pieces()
                                                    .forEach(
                                                            piece -> runs.add(run(piece, record))));
                }
            }
        }

        private void list(List<DutyReport.Item> items) {
            close();
            int number = 0;
            for (DutyReport.Item item : items.subList(0, Math.min(LISTED_MAX, items.size()))) {
                number++;
                runs.add(new DutyReport.Words(number + ". "));
                runs.add(item);
                close();
            }
            if (items.size() > LISTED_MAX) {
                String rest = "其余" + (items.size() - LISTED_MAX) + "项见附录。";
                runs.add(new DutyReport.Words(rest));
                close();
            }
        }

        private DutyReport.Run run(Piece piece, WorkRecord record) {
            if (!(piece instanceof ReportTemplate.FieldOf(String field))) {
                return run(piece);
            }
            return record.field(field).orElse(null) instanceof Value.Numeric(Rational number)
                    ? figures.figure(number, field, records.row(record))
                    : new DutyReport.Quoted(
                            records.words(record, field), RecordTitle.classOf(record, field));
        }

        private DutyReport.Run run(Piece piece) {
            return switch (piece) {
                case ReportTemplate.FieldOf(String field) ->
                        new DutyReport.Words("〔" + field + "〕");
                case ReportTemplate.Words(String text) -> new DutyReport.Words(text);
                case ReportTemplate.Name name -> new DutyReport.Words(nameOf(name));
                case Count count -> figures.figure(count, clause.title(), clause.horizon());
            };
        }

        /// Ends the paragraph; a heading under which nothing was said is kept for what follows.
        void close() {
            if (runs.isEmpty()) {
                return;
            }
            if (heading.isPresent()) {
                headings++;
            }
            paragraphs.add(new DutyReport.Paragraph(ReportWords.heading(heading, headings), runs));
            runs.clear();
            heading = Optional.empty();
        }
    }

    private static boolean hasNumber(String words) {
        return words.chars().anyMatch(Character::isDigit);
    }

    String nameOf(ReportTemplate.Name name) {
        return switch (name) {
            case PERSON -> ReportSubject.author(subject.holders());
            case POST -> subject.name();
            case PERIOD -> ReportWords.period(subject.from(), subject.to());
        };
    }
}
