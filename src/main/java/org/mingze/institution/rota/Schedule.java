package org.mingze.institution.rota;

import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.Selector;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Expression;

/// 班期 — the scheduled days of 排班: days of the week, or the rows of a published roster.
public sealed interface Schedule {
    /// Days of the week within a season.
    ///
    /// @param days   the days of the week; all of them for 每日
    /// @param from   自, a 月日
    /// @param to     至, a 月日
    /// @param when   且, on 日
    /// @param madeUp 遇调休: a day off that is worked is scheduled too
    record Weekly(
            Set<DayOfWeek> days,
            Optional<Slot> from,
            Optional<Slot> to,
            Optional<Expression> when,
            OnHoliday onHoliday,
            boolean madeUp)
            implements Schedule {
        public Weekly {
            days = Set.copyOf(days);
        }
    }

    /// A published roster: the rows of a list field of plan records; the row is 班.
    ///
    /// @param who field of the row that names who is on duty
    record Published(Selector plan, String rows, String day, Optional<String> who)
            implements Schedule {}

    /// 遇假 — what a scheduled day that falls on a holiday does.
    enum OnHoliday {
        EXEMPT("免"),
        MOVES("顺延"),
        STAYS("仍");

        private final String word;

        OnHoliday(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
