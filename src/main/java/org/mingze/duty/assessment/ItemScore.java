package org.mingze.duty.assessment;

import java.util.List;
import java.util.Optional;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;

/// 得分 — the points of one subject in one item, and what they rest on.
///
/// @param full    what could be had; 0 where the item is not for this subject
/// @param points  empty while what is measured cannot be told
/// @param why     one line for each deduction or measure: 研究：须≥4；取第1号；缺3，扣1.5
/// @param records the numbers of the records that explain it
/// @param open    how many of the duties it counts are not due yet
/// @param among   the bodies, posts and people that its expression found something for
public record ItemScore(
        Scheme.Item item,
        Rational full,
        Optional<Rational> points,
        List<String> why,
        List<Long> records,
        int open,
        List<Value.Reference> among) {
    public ItemScore {
        why = List.copyOf(why);
        records = List.copyOf(records);
        among = List.copyOf(among);
    }

    static ItemScore notApplicable(Scheme.Item item) {
        return new ItemScore(
                item,
                Rational.ZERO,
                Optional.of(Rational.ZERO),
                List.of("本项不适用"),
                List.of(),
                0,
                List.of());
    }
}
