package org.mingze.exchange.conversion;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingze.institution.RecordType;
import org.mingze.journal.Draft;
import org.mingze.work.Rules;

/// 已填之栏 — which fields the rows of a pass filled so far, by what they record.
public final class SeenFields {
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    private record Seen(RecordType type, Set<String> filled) {
        void add(Draft draft) {
            filled.addAll(draft.content().fields().keySet());
            filled.addAll(draft.classed().keySet());
        }
    }

    /// Keeps what a row fills, and gives the row back.
    public Converted seen(RecordType type, Converted row) {
        Seen of = seen.computeIfAbsent(type.name(), _ -> new Seen(type, new HashSet<>()));
        switch (row) {
            case Converted.Fresh(Draft draft, var _) -> of.add(draft);
            case Converted.Known(var _, var _, Draft draft, var _) -> of.add(draft);
            case Converted.Faulty(var _, var sound) ->
                    sound.ifPresent(fresh -> of.add(fresh.draft()));
        }
        return row;
    }

    /// What the trial says of the fields that no row filled and from which limits run.
    public List<RowProblem> unfilled(Rules rules) {
        LimitStarts starts = new LimitStarts(rules);
        return seen.values().stream()
                .flatMap(each -> starts.unfilled(each.type(), each.filled()).stream())
                .toList();
    }
}
