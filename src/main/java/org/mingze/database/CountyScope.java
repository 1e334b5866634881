package org.mingze.database;

import java.util.OptionalInt;
import java.util.function.Supplier;

/// 县界 — the one county whose rows this thread may read and write, whatever is asked of the
/// database; set around every request of somebody who is signed in.
public final class CountyScope {
    private static final ThreadLocal<Integer> WITHIN = new ThreadLocal<>();

    private CountyScope() {}

    /// 在界内 — until it is closed.
    public interface Entered extends AutoCloseable {
        @Override
        void close();
    }

    /// Enters a county until it is closed; inside, another county cannot be entered.
    public static Entered enter(int county) {
        Integer before = WITHIN.get();
        if (before != null && before != county) {
            throw new IllegalStateException("within county " + before + ", not " + county);
        }
        WITHIN.set(county);
        return before == null ? WITHIN::remove : () -> {};
    }

    /// Work for another thread, within a county there as well.
    public static <T> Supplier<T> asking(int county, Supplier<T> work) {
        return () -> {
            try (Entered _ = enter(county)) {
                return work.get();
            }
        };
    }

    /// The same for work that gives nothing.
    public static Runnable within(int county, Runnable work) {
        return () -> {
            try (Entered _ = enter(county)) {
                work.run();
            }
        };
    }

    /// Empty at the door, at the start, in commands and on the clock: there the code says which.
    static OptionalInt current() {
        Integer county = WITHIN.get();
        return county == null ? OptionalInt.empty() : OptionalInt.of(county);
    }
}
