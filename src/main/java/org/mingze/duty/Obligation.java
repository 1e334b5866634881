package org.mingze.duty;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.institution.Duty;
import org.mingze.institution.expression.Value;
import org.mingze.institution.wording.ValueWording;
import org.mingze.work.Enactment;

/// 应尽事项 — one duty of one bearer on one occasion. It is computed, never journalled.
///
/// @param bearer      empty while the record that raises it does not tell
/// @param counterpart 对: the member of a covered set, or the row of a roster
public record Obligation(
        Enactment enactment,
        Duty duty,
        Optional<Value.Reference> bearer,
        Optional<Value> counterpart,
        Occasion occasion) {
    public ObligationKey key() {
        return new ObligationKey(
                enactment.institution().id(),
                duty.number(),
                bearer.map(Value.Reference::code).orElse(""),
                counterpart.map(Obligation::code),
                occasion.code());
    }

    /// The same towards a member of a covered set.
    public Obligation towards(Optional<Value> member) {
        return new Obligation(enactment, duty, bearer, member, occasion);
    }

    /// Whether one of these records raises it.
    public boolean isRaisedBy(Set<Long> records) {
        return occasion instanceof Occasion.OnRecord(long number, var _)
                && records.contains(number);
    }

    private static String codes(Collection<Value> values) {
        return values.stream().map(Obligation::code).collect(Collectors.joining("+"));
    }

    private static String code(Value counterpart) {
        return switch (counterpart) {
            case Value.Reference reference -> reference.code();
            case Value.Group group -> codes(group.fields().values());
            case Value.Series series -> codes(series.items());
            case Value.Link link -> Long.toString(link.number());
            case Value.Day day -> day.value().toString();
            case Value.Unknown _ -> "不详";
            case Value written -> ValueWording.of(written);
        };
    }
}
