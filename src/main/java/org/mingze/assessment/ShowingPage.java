package org.mingze.assessment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Refusal;

/// 上报汇总页 — to whom a county shows its sums, and what crosses.
///
/// @param faults  that no field bears
/// @param refusal said to a form that was changed after it had entered
public record ShowingPage(
        Heading heading,
        List<Standing> standing,
        List<String> crossing,
        List<Field> fields,
        List<String> faults,
        Optional<Refusal> refusal,
        String key) {
    /// 在报 — an agreement that stands.
    ///
    /// @param end the field of the document that ends it
    public record Standing(String superior, String about, long entry, String counted, Field end) {}

    public ShowingPage {
        standing = List.copyOf(standing);
        crossing = List.copyOf(crossing);
        fields = List.copyOf(fields);
        faults = List.copyOf(faults);
    }

    /// Every field that has a fault.
    public List<Field> faulty() {
        return Stream.concat(fields.stream(), standing.stream().map(Standing::end))
                .filter(Field::hasFault)
                .toList();
    }

    public boolean isFaulty() {
        return !faults.isEmpty() || !faulty().isEmpty();
    }
}
