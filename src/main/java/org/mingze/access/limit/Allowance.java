package org.mingze.access.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// 限次 — how many tries each network address has within a time. It remembers a bounded number of
/// addresses; the one that was quiet longest is forgotten first.
final class Allowance {
    private final int most;
    private final Duration window;
    private final Map<String, Tally> tallies;

    Allowance(int most, Duration window, int addressesMax) {
        this.most = most;
        this.window = window;
        this.tallies = new Quietest(addressesMax);
    }

    /// 准否 — whether a try is let through.
    sealed interface Taken {
        record Granted() implements Taken {}

        /// 拒 — none is left.
        ///
        /// @param rest  until there are tries again
        /// @param first whether it is the first refusal of this time
        record Refused(Duration rest, boolean first) implements Taken {}
    }

    private record Tally(Instant since, int tries) {}

    synchronized Taken take(String address, Instant now) {
        Tally known = tallies.get(address);
        Tally tally =
                known == null || !now.isBefore(known.since.plus(window))
                        ? new Tally(now, 0)
                        : known;
        if (tally.tries > most) {
            return new Taken.Refused(Duration.between(now, tally.since.plus(window)), false);
        }
        tallies.put(address, new Tally(tally.since, tally.tries + 1));
        return tally.tries < most
                ? new Taken.Granted()
                : new Taken.Refused(Duration.between(now, tally.since.plus(window)), true);
    }

    /// The try was none to count.
    synchronized void giveBack(String address) {
        tallies.computeIfPresent(
                address, (_, tally) -> new Tally(tally.since, Math.max(0, tally.tries - 1)));
    }

    synchronized int addresses() {
        return tallies.size();
    }

    private static final class Quietest extends LinkedHashMap<String, Tally> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Quietest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
            return size() > most;
        }
    }
}
