package org.mingze.dossier.intake;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Refusal;

/// 登记来件页 — what is asked of a petition, and by when each step would be owed.
///
/// @param limits   counted from the day that is written
/// @param unlimited why there is nothing to count; empty where there is
public record IntakePage(
        Heading heading,
        String key,
        List<Field> fields,
        List<Limit> limits,
        String unlimited,
        Optional<Refusal> refusal) {
    /// 时限一行 — a step, its last day, and the rule that says so.
    public record Limit(String step, String lastDay, String left, String basis) {}

    public IntakePage {
        fields = List.copyOf(fields);
        limits = List.copyOf(limits);
    }

    /// The fields with something to mend, in their order.
    public List<Field> faulty() {
        return fields.stream().filter(Field::hasFault).toList();
    }
}
