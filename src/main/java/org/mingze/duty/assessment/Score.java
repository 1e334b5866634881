package org.mingze.duty.assessment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;

/// 总分 — what one subject has in all, its grade and its rank.
///
/// @param subject a post, a body or a record
/// @param manual  points given by hand, each with its reason and signer
/// @param total   empty while some item cannot be told
/// @param grade   评档, or the band of the rank; empty where the scheme declares none
/// @param rank    from 1; empty for whoever is not ranked
/// @param inactive why the scheme scores nobody there yet: the number that is missing
public record Score(
        Value subject,
        List<ItemScore> marks,
        List<Manual> manual,
        Optional<Rational> total,
        Optional<String> grade,
        OptionalInt rank,
        Optional<String> inactive) {
    public Score {
        marks = List.copyOf(marks);
        manual = List.copyOf(manual);
    }

    /// 未启用 — nothing can be scored while a number is missing.
    static Score inactive(Value subject, String why) {
        return new Score(
                subject,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of(why));
    }

    /// 人工分.
    ///
    /// @param entry the number of the 评分 entry
    public record Manual(long entry, Rational points, String reason, String signer) {}

    public Optional<ItemScore> mark(String item) {
        return marks.stream().filter(mark -> mark.item().number().equals(item)).findFirst();
    }

    Score graded(Optional<String> word, OptionalInt place) {
        return new Score(subject, marks, manual, total, word, place, inactive);
    }
}
