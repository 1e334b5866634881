package org.mingze.duty.naive;

import java.util.Collection;
import org.mingze.institution.expression.Value;

/// 三值.
enum Truth {
    YES,
    NO,
    MAYBE;

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    static Truth of(Value value) {
        return value instanceof Value.Truth(boolean holds) ? of(holds) : MAYBE;
    }

    Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : MAYBE;
    }

    static Truth any(Collection<Truth> all) {
        if (all.contains(YES)) {
            return YES;
        }
        return all.contains(MAYBE) ? MAYBE : NO;
    }
}
