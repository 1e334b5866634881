package org.mingze.institution.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.mingze.institution.expression.Expression.Checked;
import org.mingze.institution.expression.Expression.Fault;

/// Checks expressions against the sample vocabulary.
final class Checking {
    private Checking() {}

    static Expression sound(String recordType, String source) {
        Checked checked = Expression.check(source, new SampleNames(recordType), Optional.empty());
        assertThat(checked).as(source).isInstanceOf(Checked.Sound.class);
        return ((Checked.Sound) checked).expression();
    }

    static List<Fault> faults(String recordType, String source) {
        return faults(recordType, source, Optional.empty());
    }

    static List<Fault> faults(String recordType, String source, Optional<Type> expected) {
        return switch (Expression.check(source, new SampleNames(recordType), expected)) {
            case Checked.Sound _ -> List.of();
            case Checked.Faulty faulty -> faulty.faults();
        };
    }
}
