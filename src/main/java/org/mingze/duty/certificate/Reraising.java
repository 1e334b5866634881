package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Certainty;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Bearer;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Role;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// Finds anew whom the obligation binds and whether it exists at all.
final class Reraising {
    private final Replay replay;
    private final Organization organization;

    Reraising(Replay replay) {
        this.replay = replay;
        this.organization = replay.known().organization();
    }

    /// The same obligation with bearer and member found; empty when there is none of this key.
    Optional<Replay> raised(String bearer, Optional<String> counterpart) {
        return switch (replay.occasion()) {
            case Occasion.InPeriod(Period period) -> inPeriod(period, bearer, counterpart);
            case Occasion.OnRecord _ ->
                    counterpart.isPresent()
                            ? Optional.empty()
                            : replay.trigger().flatMap(history -> onRecord(history, bearer));
        };
    }

    private Optional<Replay> inPeriod(
            Period period, String bearer, Optional<String> counterpart) {
        DutyForm form = replay.duty().form();
        Optional<LocalDate> due =
                switch (form) {
                    case DutyForm.Frequency frequency ->
                            Optional.of(Recounting.due(frequency, period));
                    case DutyForm.Coverage coverage ->
                            Optional.of(Recounting.due(Triggering.perMember(coverage), period));
                    case DutyForm _ -> Optional.empty();
                };
        boolean exists =
                Triggering.every(form).filter(period.unit()::equals).isPresent()
                        && replay.isGoverning(period.start(), due);
        if (!exists || !(replay.duty().bearer() instanceof Bearer.ByRole(Role role))) {
            return Optional.empty();
        }
        return Bearers.members(
                        role,
                        replay.enactment().institution(),
                        organization,
                        period.start())
                .stream()
                .filter(member -> member.code().equals(bearer))
                .findFirst()
                .flatMap(who -> covering(replay.borneBy(Optional.of(who)), period, counterpart));
    }

    private Optional<Replay> covering(
            Replay borne, Period period, Optional<String> counterpart) {
        if (!(borne.duty().form() instanceof DutyForm.Coverage form)) {
            return counterpart.isEmpty() ? Optional.of(borne) : Optional.empty();
        }
        return members(borne, form, period).stream()
                .map(member -> borne.covering(Optional.of(member)))
                .filter(each -> each.key().counterpart().equals(counterpart))
                .findFirst();
    }

    private List<Value> members(Replay borne, DutyForm.Coverage form, Period period) {
        List<LocalDate> days = new ArrayList<>();
        switch (form.membership()) {
            case AT_START -> days.add(period.start());
            case AT_END -> days.add(period.end());
            case AT_ANY_TIME -> {
                days.add(period.start());
                days.addAll(organization.changeDays(period.start(), period.end()));
            }
        }
        List<Value> members = new ArrayList<>();
        for (LocalDate day : days) {
            Situation that = borne.situation().at(day);
            if (form.members().evaluate(that.scope(), that.world())
                    instanceof Value.Series(List<Value> items)) {
                items.stream()
                        .flatMap(item -> counted(form.countedBy(), item, day).stream())
                        .forEach(members::add);
            }
        }
        return members;
    }

    private Optional<Value> counted(DutyForm.CountedBy by, Value member, LocalDate day) {
        boolean post =
                member instanceof Value.Reference reference
                        && reference.kind() == Value.Reference.Kind.POST;
        return switch (by) {
            case POST -> Optional.of(member).filter(given -> !given.isUnknown());
            case PERSON ->
                    post
                            ? organization
                                    .holder(((Value.Reference) member).code(), day)
                                    .map(Value.Reference::person)
                            : Optional.of(member).filter(given -> !given.isUnknown());
        };
    }

    private Optional<Replay> onRecord(RecordHistory history, String bearer) {
        WorkRecord record = history.current();
        Optional<Selector> trigger = Triggering.of(replay.duty().form());
        Situation situation =
                Situation.of(replay.asOf(), replay.enactment().institution(), record.day());
        boolean matched =
                trigger.filter(of -> of.recordType().equals(record.type().name())).isPresent()
                        && history.states().stream()
                                .anyMatch(
                                        state ->
                                                Certainty.of(
                                                                trigger.get().condition(),
                                                                situation.scope(state),
                                                                situation.world())
                                                        != Certainty.FALSE);
        if (!matched || record.day().isAfter(replay.today())) {
            return Optional.empty();
        }
        Situation ofRecord = situation.triggeredBy(record).borneBy(owner(record));
        Optional<Value.Reference> who =
                Bearers.resolve(replay.duty().bearer(), ofRecord)
                        .filter(named -> Rejudging.isThere(named, organization, record.day()))
                        .or(() -> instead(ofRecord, record.day()));
        Replay borne = replay.borneBy(who);
        boolean fits =
                borne.key().bearer().equals(bearer)
                        && who.map(named -> isBound(named, record.day())).orElse(true)
                        && exists(borne, history)
                        && replay.isGoverning(record.day(), firstDue(borne, history));
        return fits ? Optional.of(borne) : Optional.empty();
    }

    private Optional<Value.Reference> instead(Situation ofRecord, LocalDate day) {
        return replay.duty()
                .bearerIfUnknown()
                .flatMap(role -> Bearers.nearest(role, ofRecord.body(), organization, day));
    }

    private boolean isBound(Value.Reference who, LocalDate day) {
        Situation situation =
                Situation.of(replay.asOf(), replay.enactment().institution(), day)
                        .borneBy(Optional.of(who));
        return situation
                .body()
                .map(
                        code ->
                                Bearers.binds(
                                        replay.enactment().institution(),
                                        organization.body(code, day)))
                .orElse(true);
    }

    private static boolean exists(Replay borne, RecordHistory history) {
        boolean again =
                borne.occasion() instanceof Occasion.OnRecord on && on.reopening().isPresent();
        return !again
                || (borne.duty().form() instanceof DutyForm.ClosedLoop form
                        && new Reclosing(borne, form, history).exists());
    }

    private static Optional<LocalDate> firstDue(Replay borne, RecordHistory history) {
        WorkRecord record = history.current();
        return switch (borne.duty().form()) {
            case DutyForm.Response form -> new Reanswering(borne, record).firstDue(form);
            case DutyForm.ClosedLoop form -> new Reclosing(borne, form, history).firstDue();
            case DutyForm.Invariant _, DutyForm.Prohibition _, DutyForm.Precedence _ ->
                    Optional.of(record.day());
            case DutyForm.Frequency _, DutyForm.Coverage _ -> Optional.empty();
        };
    }

    /// Whose act the record is: what its type says, else a body that it names, else the recorder's.
    private static Optional<Value.Reference> owner(WorkRecord record) {
        for (String field : List.of(record.type().owner(), "机构", "责任单位")) {
            if (record.field(field).orElse(new Value.Unknown(field))
                    instanceof Value.Reference reference) {
                return Optional.of(reference);
            }
        }
        return Optional.of(record.recorder().post())
                .filter(post -> !post.isEmpty())
                .map(Value.Reference::post);
    }
}
