package org.mingze.report.masking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mingze.institution.FieldClass;
import org.mingze.organization.Organization;
import org.mingze.report.DutyReport;

/// 遮盖件 — a report with its personal and internal values masked by their class. Every figure, its
/// days and the numbers of its records stay, so that both have the same digest of figures.
///
/// @param report    the masked report
/// @param statement what was masked, how often, and what stands in its place
/// @param values    what was masked; for a check that nothing is left, never to be printed
public record MaskedTwin(DutyReport report, List<String> statement, Set<String> values) {
    public MaskedTwin {
        statement = List.copyOf(statement);
        values = Set.copyOf(values);
    }

    public static MaskedTwin of(DutyReport report, Organization organization) {
        return new Drawing(
                        new MaskedWords(MaskedNames.of(organization, report.from(), report.day())))
                .twin(report);
    }

    /// How the words around a report are masked: those of an office's own template.
    public static UnaryOperator<String> words(DutyReport report, Organization organization) {
        return new MaskedWords(MaskedNames.of(organization, report.from(), report.day()))::words;
    }

    /// The same, with the days that the office wrote: that of its signature.
    public static UnaryOperator<String> wordsAndDays(DutyReport report, Organization organization) {
        return new MaskedWords(MaskedNames.of(organization, report.from(), report.day()))
                ::wordsAndDays;
    }

    /// The day of a signature, as other days are masked.
    public static String day(String written) {
        return MaskedWords.masked(written);
    }

    private record Drawing(MaskedWords words) {
        MaskedTwin twin(DutyReport report) {
            DutyReport masked =
                    new DutyReport(
                            report.title() + "（遮盖件）",
                            words.words(report.post()),
                            report.holders().stream().map(this::holder).toList(),
                            report.from(),
                            report.to(),
                            report.day(),
                            report.sections().stream().map(this::section).toList(),
                            report.annex().stream().map(this::figure).toList(),
                            report.findings().stream().map(this::finding).toList(),
                            report.sealing());
            Set<String> values = new LinkedHashSet<>();
            for (MaskKind kind : MaskKind.values()) {
                values.addAll(words.values(kind));
            }
            return new MaskedTwin(masked, statement(report), values);
        }

        private DutyReport.Holder holder(DutyReport.Holder holder) {
            return new DutyReport.Holder(words.words(holder.name()), holder.from(), holder.to());
        }

        private DutyReport.Section section(DutyReport.Section section) {
            return new DutyReport.Section(
                    words.words(section.title()),
                    section.paragraphs().stream().map(this::paragraph).toList());
        }

        private DutyReport.Paragraph paragraph(DutyReport.Paragraph paragraph) {
            return new DutyReport.Paragraph(
                    paragraph.heading().map(words::words),
                    paragraph.runs().stream().map(this::run).toList());
        }

        private DutyReport.Run run(DutyReport.Run run) {
            return switch (run) {
                case DutyReport.Words(String text) -> new DutyReport.Words(words.words(text));
                case DutyReport.Quoted(String text, FieldClass by) ->
                        new DutyReport.Quoted(value(text, by), by);
                case DutyReport.Own(String hint, Optional<String> written) ->
                        new DutyReport.Own(words.words(hint), written.map(words::wordsAndDays));
                case DutyReport.Item(var _, String text) ->
                        new DutyReport.Item(List.of(), words.wordsAndDays(text));
                case DutyReport.Figure figure -> figure(figure);
            };
        }

        private DutyReport.Figure figure(DutyReport.Figure figure) {
            return new DutyReport.Figure(
                    figure.number(),
                    figure.value(),
                    figure.shown(),
                    figure.unit(),
                    words.words(what(figure)),
                    figure.label(),
                    figure.from(),
                    figure.to(),
                    figure.sources().stream().map(this::source).toList());
        }

        /// A number of a record is named by what the record is about, which its class may hide.
        private String what(DutyReport.Figure figure) {
            String what = figure.what();
            for (DutyReport.Source source : figure.sources()) {
                if (source instanceof DutyReport.OfRecord record
                        && record.detailClass() != FieldClass.PUBLIC
                        && !record.detail().isEmpty()) {
                    what = what.replace(record.detail(), "*");
                }
            }
            return what;
        }

        private DutyReport.Source source(DutyReport.Source source) {
            return switch (source) {
                case DutyReport.OfRecord record ->
                        new DutyReport.OfMasked(
                                record.records(),
                                words.wordsAndDays(record.head())
                                        + value(record.detail(), record.detailClass())
                                        + record.said());
                case DutyReport.OfObligation owed ->
                        new DutyReport.OfObligation(
                                owed.key(),
                                words.words(owed.duty()),
                                words.wordsAndDays(owed.text()),
                                owed.records());
                case DutyReport.OfMany many -> many;
                case DutyReport.OfMasked already -> already;
            };
        }

        private String value(String text, FieldClass by) {
            return switch (by) {
                case PUBLIC -> words.words(text);
                case INTERNAL -> words.whole(MaskKind.CONTENT, text);
                case PERSONAL, CASE -> words.whole(MaskKind.PRIVATE, text);
            };
        }

        private DutyReport.Finding finding(DutyReport.Finding finding) {
            return new DutyReport.Finding(
                    words.words(finding.section()), words.words(finding.sentence()));
        }

        private List<String> statement(DutyReport report) {
            List<String> statement = new ArrayList<>();
            statement.add("本件和原件由同一份数字写成：两件末尾的树根、笔数和数字摘要相同，可以对照。");
            statement.add(masked(FieldClass.PERSONAL));
            statement.add(masked(FieldClass.INTERNAL));
            boolean own =
                    report.sections().stream()
                            .flatMap(section -> section.paragraphs().stream())
                            .flatMap(paragraph -> paragraph.runs().stream())
                            .anyMatch(
                                    run ->
                                            run instanceof DutyReport.Own filled
                                                    && filled.written().isPresent());
            if (own) {
                statement.add("本人写的段落只遮盖名单上的人名、地名和号码、日期，发出前通读一遍。");
            }
            return statement;
        }

        private String masked(FieldClass by) {
            String said =
                    Arrays.stream(MaskKind.values())
                            .filter(kind -> kind.fieldClass() == by && words.times(kind) > 0)
                            .map(
                                    kind ->
                                            "%s%d个%d处，%s"
                                                    .formatted(
                                                            kind.word(),
                                                            words.values(kind).size(),
                                                            words.times(kind),
                                                            kind.manner()))
                            .collect(Collectors.joining("；"));
            return by.word() + "：" + (said.isEmpty() ? "没有要遮盖的" : said) + "。";
        }
    }
}
