package org.mingze.institution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Span;
import org.mingze.institution.expression.Value;

/// 职责 — one rule of an institution: who owes what, in which form, on what basis.
///
/// @param number         号, stable over versions
/// @param bearerIfUnknown 谁缺: the role that bears it when the bearer field is unknown
/// @param owedTo         向: may read the obligation
/// @param enforcer       督: default authority for 免, 延, 停
/// @param grace          宽限: moves the verdict, never the due day
/// @param waivable       可免; empty means that the enforcer alone may waive
/// @param vacancy        空缺: a post vacant for longer than this stays what it owes
/// @param weight         权重 in an assessment
/// @param restDaysBasis  the basis of 末日遇休, where it is another than that of the duty
/// @param parameters     every parameter that the rule reads
public record Duty(
        String number,
        String name,
        Bearer bearer,
        Optional<Role> bearerIfUnknown,
        Optional<Bearer> owedTo,
        Optional<Bearer> enforcer,
        Basis basis,
        DutyForm form,
        Slot grace,
        Optional<Waivable> waivable,
        Optional<Basis> restDaysBasis,
        Optional<Slot> vacancy,
        Optional<Slot> weight,
        Set<String> parameters) {
    /// What a duty without 宽限 has.
    public static final Slot NO_GRACE = new Slot.Literal(new Value.Duration(Span.NONE));

    public Duty {
        parameters = Set.copyOf(parameters);
    }

    /// 可免 — who may waive, to whom it is reported, and for which reasons.
    public record Waivable(Bearer authority, Optional<Bearer> reportedTo, List<String> reasons) {
        public Waivable {
            reasons = List.copyOf(reasons);
        }
    }
}
