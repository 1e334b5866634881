package org.mingze.institution;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// 述职模板 — the sections of a duty report, with the places that numbers fill.
///
/// @param bearer the posts that report by it
public record ReportTemplate(String number, String name, Role bearer, List<Clause> clauses) {
    public ReportTemplate {
        clauses = List.copyOf(clauses);
    }

    /// 板块 — one section of the report.
    ///
    /// @param recordsMin 至少: fewer records behind its figures and behind 取 are a finding
    public record Clause(
            String title,
            boolean mandatory,
            int recordsMin,
            Horizon horizon,
            List<Taken> taken,
            List<Sentence> sentences) {
        public Clause {
            taken = List.copyOf(taken);
            sentences = List.copyOf(sentences);
        }
    }

    /// 取 — what a section rests on, whether its sentences say it or not.
    public sealed interface Taken {
        /// A metric, or the records of a duty.
        record Numbered(Cited cited) implements Taken {}

        /// The records themselves; a sentence that names a field of theirs is said for each.
        record Records(Selector selector) implements Taken {}
    }

    /// 期 — which days the figures of a section may rest on.
    public enum Horizon {
        CURRENT("本期"),
        OUTLOOK("展望"),
        SUPPLEMENT("补充");

        private final String word;

        Horizon(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// 句 — a sentence that says figures, a list of obligations, or a place for one's own words.
    public sealed interface Sentence {
        /// 目 — what a new paragraph begins with.
        Optional<String> heading();

        /// 说 — words with the places that numbers fill.
        ///
        /// @param when 当: said only while this number is above 0
        record Said(Optional<String> heading, Optional<Count> when, List<Piece> pieces)
                implements Sentence {
            public Said {
                pieces = List.copyOf(pieces);
            }
        }

        /// 列 — every obligation that stands so, each by its own sentence.
        record Listed(Optional<String> heading, Set<Tally> tallies) implements Sentence {
            public Listed {
                tallies = Set.copyOf(tallies);
            }
        }

        /// 自写 — what only the person who reports can say.
        record Own(Optional<String> heading, String hint) implements Sentence {}
    }

    /// 句段.
    public sealed interface Piece {}

    public record Words(String text) implements Piece {}

    /// 人 岗 期 — names that the report itself has.
    public enum Name implements Piece {
        PERSON("人"),
        POST("岗"),
        PERIOD("期");

        private final String word;

        Name(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// 域 — a field of the record for which the sentence is said.
    public record FieldOf(String field) implements Piece {}

    /// 数 — a number that the records yield.
    public sealed interface Count extends Piece {
        /// `{学习次数}`, `{rectification.ledger/问题数}`.
        record OfMetric(Cited metric) implements Count {}

        /// `{违}`, `{违:专题.半年}`, `{履:party.centre.group/中心组.季}`.
        record OfDuties(Tally tally, Optional<Cited> duty) implements Count {}
    }

    /// 引 — a metric or duty by its number; without an institution, one of the same file.
    public record Cited(Optional<String> institution, String number) {
        public String text() {
            return institution.map(id -> id + "/").orElse("") + number;
        }
    }

    /// 计 — which obligations are counted.
    public enum Tally {
        OWED("应"),
        FULFILLED("履"),
        LATE("迟"),
        BREACHED("违"),
        WAIVED("免"),
        UNPROVEN("缺"),
        OPEN("办");

        private final String word;

        Tally(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
