package org.mingze.institution;

import java.util.Optional;
import org.mingze.institution.expression.Expression;

/// 选择 — which records a slot of a duty means.
///
/// @param moment   时: the field that gives the moment; default 业时
/// @param amount   量: sum this instead of counting records
/// @param distinct 异: count distinct values of this
public record Selector(
        String recordType,
        Optional<Expression> condition,
        Owner owner,
        Link link,
        Optional<Expression> moment,
        Optional<Expression> amount,
        Optional<Expression> distinct) {

    /// 归 — whose act a record must be to count for a bearer.
    public sealed interface Owner {
        /// The owner field of the record type.
        record TypeOwner() implements Owner {}

        record Field(String name) implements Owner {}

        record Condition(Expression expression) implements Owner {}

        record Anybody() implements Owner {}
    }

    /// 系 — how a record is tied to the trigger.
    public sealed interface Link {
        /// It follows the trigger (前: it is followed by it), directly or not.
        record Follows() implements Link {}

        record Condition(Expression expression) implements Link {}

        record Anything() implements Link {}
    }

    /// Whether a record counts by following the cause, whoever's act it is.
    boolean isFollower() {
        return link instanceof Link.Follows
                && (owner instanceof Owner.TypeOwner || owner instanceof Owner.Anybody);
    }
}
