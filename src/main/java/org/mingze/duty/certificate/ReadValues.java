package org.mingze.duty.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mingze.work.RecordHistory;

/// 所读之值的出处 — which entries gave a record the values that a condition names.
final class ReadValues {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{IsHan}\\w]+");

    private ReadValues() {}

    static List<Certificate.ValueRead> of(String condition, RecordHistory history) {
        String bare = QUOTED.matcher(condition).replaceAll(" ");
        Set<String> names = new TreeSet<>(Arrays.asList(BETWEEN.split(bare)));
        List<Certificate.ValueRead> values = new ArrayList<>();
        for (String field : history.original().type().fields().keySet()) {
            if (names.contains(field)) {
                values.add(new Certificate.ValueRead(field, setBy(field, history)));
            }
        }
        return values;
    }

    private static long setBy(String field, RecordHistory history) {
        return history.corrections().stream()
                .filter(made -> made.changes().containsKey(field))
                .map(made -> made.entry().number())
                .reduce(history.original().number(), (_, later) -> later);
    }

    /// The entry that made a record and those that corrected it.
    static List<Long> entries(RecordHistory history) {
        List<Long> entries = new ArrayList<>();
        entries.add(history.original().number());
        history.corrections().forEach(made -> entries.add(made.entry().number()));
        return entries;
    }
}
