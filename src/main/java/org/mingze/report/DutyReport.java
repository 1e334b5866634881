package org.mingze.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.ObligationKey;
import org.mingze.institution.FieldClass;
import org.mingze.institution.expression.Rational;

/// 述职报告 — what a post did in a period, every number with the records behind it.
///
/// @param day      until when what happened is seen
/// @param annex    every figure, in the order in which the text has them
/// @param findings what a reader must settle before the report is signed
public record DutyReport(
        String title,
        String post,
        List<Holder> holders,
        LocalDate from,
        LocalDate to,
        LocalDate day,
        List<Section> sections,
        List<Figure> annex,
        List<Finding> findings,
        Sealing sealing) {
    public DutyReport {
        holders = List.copyOf(holders);
        sections = List.copyOf(sections);
        annex = List.copyOf(annex);
        findings = List.copyOf(findings);
    }

    /// The places of the person that are still empty, by their hints.
    public List<String> empty() {
        return sections.stream()
                .flatMap(section -> section.own().stream())
                .filter(place -> place.written().isEmpty())
                .map(Own::hint)
                .distinct()
                .toList();
    }

    /// 任者 — who held the post, and on which days of the period.
    public record Holder(String name, LocalDate from, LocalDate to) {}

    /// 板块 — a section under its numbered heading: 一、履职情况.
    public record Section(String title, List<Paragraph> paragraphs) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }

        /// The title without its number: 履职情况.
        public String name() {
            return title.substring(title.indexOf('、') + 1);
        }

        /// What the person fills, written or still empty.
        public List<Own> own() {
            return paragraphs.stream()
                    .flatMap(paragraph -> paragraph.runs().stream())
                    .filter(Own.class::isInstance)
                    .map(Own.class::cast)
                    .toList();
        }
    }

    /// 段 — a paragraph that may begin with a heading of its own: （一）理论学习.
    public record Paragraph(Optional<String> heading, List<Run> runs) {
        public Paragraph {
            runs = List.copyOf(runs);
        }

        /// As a reader sees it, without the marks of the figures.
        public String text() {
            StringBuilder text = new StringBuilder(heading.orElse(""));
            runs.forEach(run -> text.append(run.text()));
            return text.toString();
        }
    }

    public sealed interface Run {
        String text();
    }

    public record Words(String text) implements Run {}

    /// 引文 — a value of a record as it was entered, under its class.
    public record Quoted(String text, FieldClass fieldClass) implements Run {}

    /// 自写 — a place that the person who reports fills.
    ///
    /// @param written what the person wrote, in paragraphs parted by line breaks
    public record Own(String hint, Optional<String> written) implements Run {
        @Override
        public String text() {
            return written.orElseGet(() -> "〔本人填写：" + hint + "〕");
        }
    }

    /// 一项 — the sentence of an obligation, or of all that one duty owes alike on one occasion.
    public record Item(List<ObligationKey> keys, String text) implements Run {
        public Item {
            keys = List.copyOf(keys);
        }
    }

    /// 数 — a number with what it counts; an unknown one is never 0.
    ///
    /// @param number `[n]`, counted through the report
    /// @param value  empty while it is unknown or may not be cited
    /// @param shown  the value as printed, or the word that stands for it
    /// @param label  said behind a figure that reaches beyond the period, else empty
    /// @param from   the first day counted
    /// @param to     the last day counted
    public record Figure(
            int number,
            Optional<Rational> value,
            String shown,
            String unit,
            String what,
            String label,
            LocalDate from,
            LocalDate to,
            List<Source> sources)
            implements Run {
        public Figure {
            sources = List.copyOf(sources);
        }

        @Override
        public String text() {
            return shown + unit + label;
        }

        /// The numbers of all records behind it, each once.
        public List<Long> records() {
            if (sources.size() == 1) {
                return sources.getFirst().records();
            }
            return sources.stream()
                    .flatMap(source -> source.records().stream())
                    .distinct()
                    .toList();
        }
    }

    /// 据 — what stands behind a figure.
    public sealed interface Source {
        /// As the annex prints it.
        String text();

        List<Long> records();
    }

    /// 记录一笔.
    ///
    /// @param kind        its type, and its 类
    /// @param detail      what it is about, under the class of the field that says so
    /// @param facets      迟录, 更正, 报告期外
    public record OfRecord(
            long number,
            LocalDate day,
            String kind,
            String detail,
            FieldClass detailClass,
            List<String> facets)
            implements Source {
        public OfRecord {
            facets = List.copyOf(facets);
        }

        @Override
        public String text() {
            return head() + detail + said();
        }

        public String head() {
            return "第" + number + "号　" + day + "　" + kind;
        }

        public String said() {
            return facets.isEmpty() ? "" : "（" + String.join("，", facets) + "）";
        }

        @Override
        public List<Long> records() {
            return List.of(number);
        }
    }

    /// 记录许多笔 — by their numbers alone; a reader opens them where the figure is opened.
    ///
    /// @param outside how many of them lie outside the period of the report
    public record OfMany(List<Long> records, long outside) implements Source {
        public OfMany {
            records = List.copyOf(records);
        }

        @Override
        public String text() {
            return "共" + records.size() + "笔" + (outside == 0 ? "" : "，其中报告期外" + outside + "笔");
        }
    }

    /// 遮盖的据 — what stands behind a figure, masked.
    public record OfMasked(List<Long> records, String text) implements Source {
        public OfMasked {
            records = List.copyOf(records);
        }
    }

    /// 事项一件.
    ///
    /// @param duty    the name of the duty
    /// @param records what raised it and what counts for it
    public record OfObligation(ObligationKey key, String duty, String text, List<Long> records)
            implements Source {
        public OfObligation {
            records = List.copyOf(records);
        }
    }

    /// 待办 — what must be settled, and in which section.
    public record Finding(String section, String sentence) {
        public String text() {
            return section.isEmpty() ? sentence : section + "：" + sentence;
        }
    }
}
