package org.mingze.duty.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;

/// 式中所用 — the records that the expression of an item used, and for whom it found something.
final class Used implements Expression.Telling {
    private final Set<Long> records = new LinkedHashSet<>();
    private final Map<Value.Reference, ItemScore.Share> among = new LinkedHashMap<>();
    private List<Long> since = new ArrayList<>();

    @Override
    public void kept(Value item) {
        switch (item) {
            case Value.Link(long number) -> {
                records.add(number);
                since.add(number);
            }
            case Value.Reference who ->
                    among.putIfAbsent(who, new ItemScore.Share(who, Optional.empty(), List.of()));
            case Value _ -> {}
        }
    }

    /// What was kept since the one before was kept for this one.
    @Override
    public void added(Value.Reference who, Rational amount) {
        if (!amount.equals(Rational.ZERO)) {
            among.put(who, new ItemScore.Share(who, Optional.of(amount), since));
        }
        since = new ArrayList<>();
    }

    List<Long> records() {
        return List.copyOf(records);
    }

    List<ItemScore.Share> among() {
        return List.copyOf(among.values());
    }
}
