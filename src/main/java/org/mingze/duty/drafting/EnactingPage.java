package org.mingze.duty.drafting;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Fact;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Refusal;

/// 立制页 — an act on an institution before it is done: what it will do, and what it rests on.
///
/// @param facts  what the act will change
/// @param key    of the form, so that it enters once
/// @param button the act by its name
/// @param faults what is wrong as a whole; those of a field stand at it
/// @param refusal said to a form that was changed after it had entered
public record EnactingPage(
        Heading heading,
        String send,
        String key,
        List<Fact> facts,
        List<Field> fields,
        List<String> faults,
        Optional<Refusal> refusal,
        String button,
        boolean grave,
        Link back) {
    public EnactingPage {
        facts = List.copyOf(facts);
        fields = List.copyOf(fields);
        faults = List.copyOf(faults);
    }

    public boolean isFaulty() {
        return !faults.isEmpty() || fields.stream().anyMatch(Field::hasFault);
    }
}
