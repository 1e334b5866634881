package org.mingze.institution.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.PeriodUnit;
import org.mingze.institution.Basis;
import org.mingze.institution.Bearer;
import org.mingze.institution.Role;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;

/// 考核办法 — how duties and metrics become points, every one of which its records explain.
///
/// @param eligible 参评: which subjects are assessed
/// @param enforcer 督: who gives points by hand and answers appeals; where nobody is named, whoever
///     sees the subject and is not of it
/// @param full     满分: the sum of the items' full marks
/// @param parameters every parameter that it reads; while one is open nobody is scored
public record Scheme(
        String number,
        String name,
        PeriodUnit every,
        Subjects subjects,
        Optional<Expression> eligible,
        Slot full,
        List<Item> items,
        Optional<Manual> manual,
        List<Grade> grades,
        Optional<Ranking> ranking,
        Optional<Bearer> enforcer,
        Set<String> parameters) {
    public Scheme {
        items = List.copyOf(items);
        grades = List.copyOf(grades);
        parameters = Set.copyOf(parameters);
    }

    /// Whether what one subject gets depends on what the others have.
    public boolean isComparing() {
        return ranking.isPresent()
                || items.stream()
                        .map(Item::marking)
                        .anyMatch(
                                marking ->
                                        marking instanceof Marking.ByRank
                                                || (marking instanceof Marking.Linear linear
                                                        && linear.full().isEmpty()));
    }

    /// 对象 — who or what is assessed.
    public sealed interface Subjects {
        record Members(Role role) implements Subjects {}

        /// Each record of a type with 业时 in the period.
        record RecordsOf(String recordType) implements Subjects {}
    }

    /// 项 — one item.
    ///
    /// @param when 且: which subjects the item is for; the others have no mark in it
    public record Item(
            String number,
            String name,
            Slot full,
            Optional<Expression> when,
            Source source,
            Marking marking,
            Optional<Basis> basis) {}

    /// 取 or 按 — what an item measures.
    public sealed interface Source {
        /// The obligations of a duty of this institution, or of another (编号/号).
        record OfDuty(String number) implements Source {}

        record OfMetric(String number) implements Source {}

        record ByExpression(Expression value) implements Source {}
    }

    /// How a measure becomes points.
    public sealed interface Marking {
        /// 扣 — so much off for each that is missing.
        ///
        /// @param states 情形: which verdicts are missing; 违 unless said
        record Deducted(Slot each, Optional<Slot> atMost, List<String> states) implements Marking {
            public Deducted {
                states = List.copyOf(states);
            }
        }

        /// 线性 — none at `zero`, all at `full`, in proportion between; the best of all subjects
        /// where `full` is empty (全域大).
        record Linear(Slot zero, Optional<Slot> full) implements Marking {}

        /// 排名 — by rank among the subjects.
        record ByRank(Slot first, Slot step, Slot last) implements Marking {}

        /// The measure itself, never below 0 nor above the full marks.
        record Plain() implements Marking {}
    }

    /// 人工 — points given by hand need a reason and a signer.
    public record Manual(Slot atMost, List<String> required) {
        public Manual {
            required = List.copyOf(required);
        }
    }

    /// 评档 — a word for so many points.
    public record Grade(String word, Slot atLeast) {}

    /// 排名 — grades by rank.
    ///
    /// @param sameRank    并列: equal scores share a rank
    /// @param bands       段: the word up to this share of all subjects
    /// @param unranked    不评.当
    /// @param treatedAs   不评.视同
    public record Ranking(
            boolean sameRank,
            List<Band> bands,
            Optional<Expression> unranked,
            Optional<String> treatedAs) {
        public Ranking {
            bands = List.copyOf(bands);
        }
    }

    /// 段.
    public record Band(String word, Slot upTo) {}
}
