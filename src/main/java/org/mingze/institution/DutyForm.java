package org.mingze.institution;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.RestDayRule;
import org.mingze.institution.expression.Expression;

/// 式 — the form of a duty.
public sealed interface DutyForm {
    String word();

    /// 频次 — at least or at most n matching records in each period.
    record Frequency(
            List<Selector> acts, PeriodUnit every, Bound bound, Slot count, Optional<Window> window)
            implements DutyForm {
        @Override
        public String word() {
            return "频次";
        }
    }

    /// 覆盖 — 频次 for each member of a set.
    record Coverage(
            List<Selector> acts,
            Expression members,
            Membership membership,
            CountedBy countedBy,
            PeriodUnit every,
            Bound bound,
            Slot count,
            Optional<Window> window)
            implements DutyForm {
        @Override
        public String word() {
            return "覆盖";
        }
    }

    /// 时限 — each trigger record has an answer within a time.
    record Response(
            Selector trigger,
            Selector answer,
            Slot limit,
            RestDayRule restDays,
            Optional<Extendable> extendable)
            implements DutyForm {
        @Override
        public String word() {
            return "时限";
        }
    }

    /// 闭环 — each item has what it requires within a time, then closes by its deadline.
    record ClosedLoop(
            Selector trigger,
            List<Requirement> required,
            Optional<Slot> completeWithin,
            Optional<Selector> closing,
            Optional<Expression> deadline,
            Optional<Selector> relapse,
            RestDayRule restDays,
            Optional<Extendable> extendable)
            implements DutyForm {
        @Override
        public String word() {
            return "闭环";
        }
    }

    /// 程式 — each record of a type satisfies a condition.
    record Invariant(
            Selector of, Optional<Expression> when, Expression must, Consequence consequence)
            implements DutyForm {
        @Override
        public String word() {
            return "程式";
        }
    }

    /// 禁止 — no such record.
    record Prohibition(Selector of, Optional<Expression> when, Consequence consequence)
            implements DutyForm {
        @Override
        public String word() {
            return "禁止";
        }
    }

    /// 次序 — no later act without the earlier one before it.
    record Precedence(
            Selector later, Selector earlier, Optional<Expression> when, Consequence consequence)
            implements DutyForm {
        @Override
        public String word() {
            return "次序";
        }
    }

    /// 至少 or 至多.
    enum Bound {
        AT_LEAST("至少"),
        AT_MOST("至多");

        private final String word;

        Bound(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// 成员 — on which day of the period somebody must belong to be covered.
    enum Membership {
        AT_START("期初"),
        AT_END("期末"),
        AT_ANY_TIME("曾在");

        private final String word;

        Membership(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// 按 — whether a successor in the post needs a new act (人) or not (岗).
    enum CountedBy {
        POST("岗"),
        PERSON("人");

        private final String word;

        CountedBy(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// 违则 — what an entry that breaks the rule meets: refusal of an act done here, warning, note.
    enum Consequence {
        REFUSE("拒"),
        WARN("警"),
        NOTE("记");

        private final String word;

        Consequence(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// 窗 — month-days inside the period between which the act is in time; both ends included.
    record Window(MonthDay from, MonthDay to) {}

    /// 可延 — how often and by how much a limit may be extended, and by whom.
    record Extendable(int times, Slot by, Bearer authority) {}

    /// 须齐 — a field that must be filled, or `承.T`: a record of type T that follows.
    sealed interface Requirement {
        String name();

        record Filled(String name) implements Requirement {}

        record FollowedBy(String name) implements Requirement {}
    }
}
