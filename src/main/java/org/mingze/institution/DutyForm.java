package org.mingze.institution;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.RestDayRule;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Value;
import org.mingze.institution.rota.RotaWork;
import org.mingze.institution.rota.Schedule;

/// 式 — the form of a duty.
public sealed interface DutyForm {
    /// 频次 — at least or at most n matching records in each period.
    record Frequency(
            List<Selector> acts,
            Cycle every,
            Bound bound,
            Slot count,
            Optional<Window> window,
            Optional<Slot> spacing)
            implements DutyForm {}

    /// 覆盖 — 频次 for each member of a set.
    ///
    /// @param enlisted 至少在列: who belonged for less than this is 不适用
    record Coverage(
            List<Selector> acts,
            Members members,
            Membership membership,
            CountedBy countedBy,
            Cycle every,
            Bound bound,
            Slot count,
            Optional<Window> window,
            Optional<Slot> spacing,
            Optional<Slot> enlisted)
            implements DutyForm {}

    /// 占比 — numerator against denominator, exact; a denominator of 0 is 不适用.
    record Proportion(
            Cycle every, Expression numerator, Expression denominator, Bound bound, Slot share)
            implements DutyForm {}

    /// 排班 — one obligation for each scheduled day.
    ///
    /// @param nextDay 窗: 次日 lets the act follow on the next day
    record Rota(Schedule schedule, RotaWork work, boolean nextDay) implements DutyForm {}

    /// 时限 — each trigger record has an answer within a time.
    ///
    /// @param notBefore 不早于: an earlier answer does not count, and the limit runs from that day
    record Response(
            Selector trigger,
            Selector answer,
            Slot limit,
            RestDayRule restDays,
            Optional<Extendable> extendable,
            Optional<Slot> notBefore,
            Optional<Deduction> deduction)
            implements DutyForm {}

    /// 时限 with 起: 违(号) — a breach of another duty calls for something within a time.
    ///
    /// @param duty   号 of the duty whose breach it is, of this institution
    /// @param answer no link ties it: it is the bearer's own, on or after the day the breach began
    record BreachResponse(String duty, Selector answer, Slot limit, RestDayRule restDays)
            implements DutyForm {}

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
            implements DutyForm {}

    /// 程式 — each record of a type satisfies a condition.
    record Invariant(
            Selector of, Optional<Expression> when, Expression must, Consequence consequence)
            implements DutyForm {}

    /// 禁止 — no such record.
    record Prohibition(Selector of, Optional<Expression> when, Consequence consequence)
            implements DutyForm {}

    /// 次序 — no later act without the earlier one before it.
    record Precedence(
            Selector later,
            Selector earlier,
            Optional<Distance> distance,
            Optional<Expression> when,
            Consequence consequence)
            implements DutyForm {}

    /// 次序 with 卷 and 步 — the steps of a dossier in their order; each is judged when entered.
    record Steps(
            DossierKind dossier,
            List<Step> steps,
            Optional<Distance> distance,
            Optional<Expression> when,
            Consequence consequence)
            implements DutyForm {}

    /// 升级 — the time since a breach, or the number of breaches, climbs a ladder.
    ///
    /// @param duty   号 of the duty whose breach it is, of this institution
    /// @param within 每: the period in which 次 counts
    /// @param resets 复位: a fulfilment lets 次 begin again
    record Escalation(String duty, List<Rung> rungs, Optional<PeriodUnit> within, boolean resets)
            implements DutyForm {}

    /// 号 of the duty of the same institution from whose breaches it arises.
    default Optional<String> cause() {
        return switch (this) {
            case Escalation form -> Optional.of(form.duty());
            case BreachResponse form -> Optional.of(form.duty());
            case DutyForm _ -> Optional.empty();
        };
    }

    default String word() {
        return switch (this) {
            case Frequency _ -> "频次";
            case Coverage _ -> "覆盖";
            case Proportion _ -> "占比";
            case Rota _ -> "排班";
            case Response _, BreachResponse _ -> "时限";
            case ClosedLoop _ -> "闭环";
            case Invariant _ -> "程式";
            case Prohibition _ -> "禁止";
            case Precedence _, Steps _ -> "次序";
            case Escalation _ -> "升级";
        };
    }

    /// 可延, where its limit may be extended.
    default Optional<Extendable> extending() {
        return switch (this) {
            case Response form -> form.extendable();
            case ClosedLoop form -> form.extendable();
            case DutyForm _ -> Optional.empty();
        };
    }

    /// Whether it goes by a number that must, or must not, be reached.
    default Optional<Bound> counting() {
        return switch (this) {
            case Frequency form -> Optional.of(form.bound());
            case Coverage form -> Optional.of(form.bound());
            case Proportion form -> Optional.of(form.bound());
            case Rota form ->
                    form.work() instanceof RotaWork.Acts
                            ? Optional.of(Bound.AT_LEAST)
                            : Optional.empty();
            case Response _, BreachResponse _, ClosedLoop _, Escalation _ -> Optional.empty();
            case Invariant _, Prohibition _, Precedence _, Steps _ -> Optional.empty();
        };
    }

    /// Whether a single record is judged as it enters.
    default boolean isJudgedAtEntry() {
        return switch (this) {
            case Invariant _, Prohibition _, Precedence _, Steps _ -> true;
            case Frequency _, Coverage _, Proportion _, Rota _ -> false;
            case Response _, BreachResponse _, ClosedLoop _, Escalation _ -> false;
        };
    }

    /// Whether a record can still fulfil it: no other makes good what breaks a rule on single
    /// records, or an upper bound.
    default boolean isAnswerable() {
        return !isJudgedAtEntry() && !counting().equals(Optional.of(Bound.AT_MOST));
    }

    /// Whether what follows the cause ends it, whoever's act that is: another may see it through.
    default boolean isEndedByFollower() {
        return switch (this) {
            case Response form -> form.answer().isFollower();
            case ClosedLoop form -> form.closing().map(Selector::isFollower).orElse(true);
            case Frequency _, Coverage _, Proportion _, Rota _ -> false;
            case Invariant _, Prohibition _, Precedence _, Steps _ -> false;
            case BreachResponse _, Escalation _ -> false;
        };
    }

    /// 每 — what divides time into occasions.
    sealed interface Cycle {
        record Each(PeriodUnit unit) implements Cycle {}

        /// A 期 parameter.
        record Named(String parameter) implements Cycle {}

        /// 每: 次 — one instance for each 起 record, running to its 至 record.
        record FromTo(Selector start, Selector end) implements Cycle {}
    }

    /// 对 — who or what is covered.
    sealed interface Members {
        record Listed(Expression list) implements Members {}

        /// Each record that the selector means and that is open in the period.
        record OpenRecords(Selector selector) implements Members {}
    }

    /// 步 — one step of a dossier.
    ///
    /// @param absent 可缺: the step may be missing when this holds of the root
    record Step(String name, Selector act, Optional<Expression> absent) {}

    /// 距 — how long must, or may, lie between the two.
    record Distance(Optional<Slot> atLeast, Optional<Slot> atMost) {}

    /// 扣除 — days of these records that do not count towards a limit; both ends included.
    record Deduction(Selector records, Expression from, Expression to) {}

    /// 级 — one rung of a ladder.
    ///
    /// @param reached    满 or 次
    /// @param act        做: a word of a 类, such as 约谈
    /// @param authority  由: who must act
    /// @param informed   知
    /// @param approvedBy 须批
    /// @param limit      限: how soon the authority must act
    record Rung(
            Reached reached,
            String act,
            Bearer authority,
            Optional<Bearer> informed,
            Optional<Bearer> approvedBy,
            Optional<Slot> limit) {}

    /// What reaches a rung.
    sealed interface Reached {
        /// 满: this long after the breach began.
        record After(Slot duration) implements Reached {}

        /// 次: the n-th breach.
        record Times(Slot count) implements Reached {}
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
    record Window(Slot from, Slot to) {
        /// The day of an end that no parameter gives.
        public static Optional<MonthDay> day(Slot end) {
            return end instanceof Slot.Literal(Value.Text(String text))
                    ? Optional.of(MonthDay.parse("--" + text))
                    : Optional.empty();
        }
    }

    /// 可延 — how often and by how much a limit may be extended, and by whom.
    ///
    /// @param notice 告知: the extension counts only where the act says that the party was told
    record Extendable(Slot times, Slot by, Bearer authority, boolean notice) {}

    /// 须齐 — a field that must be filled, or `承.T`: a record of type T that follows.
    sealed interface Requirement {
        String name();

        record Filled(String name) implements Requirement {}

        record FollowedBy(String name) implements Requirement {}
    }
}
