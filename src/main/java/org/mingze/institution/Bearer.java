package org.mingze.institution;

import org.mingze.institution.expression.Expression;

/// 谁 — who owes a duty: every member of a role, or whom a field of the trigger names.
public sealed interface Bearer {
    record ByRole(Role role) implements Bearer {}

    /// `起.机构`, `于.主持`, `后.机构`.
    record ByField(Expression expression) implements Bearer {}
}
