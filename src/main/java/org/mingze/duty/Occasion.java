package org.mingze.duty;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;

/// 由头 — what raises an obligation: a period of the calendar, a record, or a breach.
public sealed interface Occasion {
    /// The text form used in keys and addresses: 2026二季, 件412, 件412-507.
    String code();

    record InPeriod(Period period) implements Occasion {
        @Override
        public String code() {
            return Periods.code(period);
        }
    }

    /// 件 — a record, and the 复发 that opened this round; empty for the first round.
    record OnRecord(long number, OptionalLong reopening) implements Occasion {
        @Override
        public String code() {
            return "件" + number + (reopening.isPresent() ? "-" + reopening.getAsLong() : "");
        }
    }

    /// 升 — a breach that has reached a rung of a ladder, counted from 1; 违 — what arises from the
    /// breach itself, at rung 0.
    record OnBreach(ObligationKey breach, int rung) implements Occasion {
        @Override
        public String code() {
            return "%s|%s|%s|%s|%s|%s"
                    .formatted(
                            rung == 0 ? "违" : "升" + rung,
                            breach.institution(),
                            breach.duty(),
                            breach.bearer(),
                            breach.counterpart().orElse(""),
                            breach.occasion());
        }
    }

    /// Reads what `code` writes.
    ///
    /// @throws IllegalArgumentException with a sentence if it is neither
    static Occasion parse(String code) {
        if (code.startsWith("升") || code.startsWith("违|")) {
            return breach(code);
        }
        if (!code.startsWith("件")) {
            return new InPeriod(Periods.parse(code));
        }
        String[] parts = code.substring(1).split("-", 2);
        try {
            return new OnRecord(
                    Long.parseLong(parts[0]),
                    parts.length == 1
                            ? OptionalLong.empty()
                            : OptionalLong.of(Long.parseLong(parts[1])));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("“" + code + "”不是期也不是件号，写成2026二季或件412", notANumber);
        }
    }

    private static Occasion breach(String code) {
        List<String> parts = List.of(code.substring(1).split("\\|", 6));
        String rung = parts.getFirst().isEmpty() ? "0" : parts.getFirst();
        try {
            String counterpart = parts.get(4);
            return new OnBreach(
                    new ObligationKey(
                            parts.get(1),
                            parts.get(2),
                            parts.get(3),
                            counterpart.isEmpty() ? Optional.empty() : Optional.of(counterpart),
                            parts.get(5)),
                    Integer.parseInt(rung));
        } catch (IndexOutOfBoundsException | NumberFormatException incomplete) {
            throw new IllegalArgumentException("“" + code + "”不是升级的一级，也不是由违责而起", incomplete);
        }
    }
}
