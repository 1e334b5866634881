package org.mingze.institution.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.mingze.institution.expression.Value.Series;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;

/// A list under three values: absent, or items each of which is present for certain or perhaps.
sealed interface Listing {
    record Absent(Unknown unknown) implements Listing {}

    /// What the list holds, as far as is known.
    ///
    /// @param presence for each item true or unknown; empty when all are present for certain
    record Items(List<Value> items, List<Value> presence) implements Listing {
        Value present(int index) {
            return presence.isEmpty() ? Truth.TRUE : presence.get(index);
        }

        Listing without(Predicate<Value> unwanted) {
            Gathering gathering = new Gathering();
            for (int i = 0; i < items.size(); i++) {
                gathering.add(items.get(i), unwanted.test(items.get(i)) ? Truth.FALSE : present(i));
            }
            return gathering.listing();
        }
    }

    static Listing of(Value value) {
        if (value instanceof Series series) {
            return new Items(series.items(), List.of());
        }
        return new Absent(value instanceof Unknown unknown ? unknown : Logic.misfit(value));
    }

    /// The list itself when every item is present for certain, otherwise unknown.
    default Value value() {
        return switch (this) {
            case Absent absent -> absent.unknown();
            case Items list -> {
                Optional<Value> doubt =
                        list.presence().stream().filter(Value::isUnknown).findFirst();
                yield doubt.orElseGet(() -> new Series(list.items()));
            }
        };
    }

    /// Each item replaced; a list in place of an item is spread out.
    default Listing map(UnaryOperator<Value> change) {
        return switch (this) {
            case Absent absent -> absent;
            case Items list -> {
                Gathering gathering = new Gathering();
                for (int i = 0; i < list.items().size(); i++) {
                    gathering.spread(change.apply(list.items().get(i)), list.present(i));
                }
                yield gathering.listing();
            }
        };
    }

    /// Collects items; those that are certainly absent are left out.
    final class Gathering {
        private final List<Value> items = new ArrayList<>();
        private final List<Value> presence = new ArrayList<>();
        private boolean doubtful;

        void add(Value item, Value present) {
            if (!present.equals(Truth.FALSE)) {
                items.add(item);
                presence.add(present);
                doubtful |= present.isUnknown();
            }
        }

        void spread(Value item, Value present) {
            if (item instanceof Series series) {
                series.items().forEach(part -> add(part, present));
            } else {
                add(item, present);
            }
        }

        Listing listing() {
            return new Items(items, doubtful ? presence : List.of());
        }
    }
}
