package org.mingze.duty.assessment;

import java.util.List;
import java.util.Optional;
import org.mingze.duty.Verdict;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;

/// 得分 — the points of one subject in one item, and what they rest on.
///
/// @param full    what could be had; 0 where the item is not for this subject
/// @param points  empty while what is measured cannot be told
/// @param why     one line for each deduction or measure: 研究：须≥4；取第1号；缺3，扣1.5
/// @param records the numbers of the records that explain it
/// @param open    the duties it counts that are not due yet
/// @param among   for whom its expression found something
/// @param more    what one more would bring; only of a subject that is asked for alone
public record ItemScore(
        Scheme.Item item,
        Rational full,
        Optional<Rational> points,
        List<String> why,
        List<Long> records,
        List<Verdict> open,
        List<Share> among,
        Optional<OneMore> more) {
    /// 所占 — a body, a post or a person that an expression found something for.
    ///
    /// @param amount  what it added to a sum; empty where it was only kept
    /// @param records that were kept for it
    public record Share(Value.Reference who, Optional<Rational> amount, List<Long> records) {
        public Share {
            records = List.copyOf(records);
        }
    }

    public ItemScore {
        why = List.copyOf(why);
        records = List.copyOf(records);
        open = List.copyOf(open);
        among = List.copyOf(among);
    }

    /// Whether what the expression adds for each is what that one lacks: one more lessens it.
    public boolean isOfLacks() {
        return more.stream()
                .anyMatch(
                        one ->
                                among.stream()
                                        .filter(share -> one.who().equals(Optional.of(share.who())))
                                        .flatMap(share -> share.amount().stream())
                                        .anyMatch(
                                                amount ->
                                                        one.added()
                                                                .filter(
                                                                        left ->
                                                                                left.compareTo(
                                                                                                amount)
                                                                                        < 0)
                                                                .isPresent()));
    }

    static ItemScore notApplicable(Scheme.Item item) {
        return new ItemScore(
                item,
                Rational.ZERO,
                Optional.of(Rational.ZERO),
                List.of("本项不适用"),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
