package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.calendar.RestDayRule;
import org.mingze.calendar.Span;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.Bearer;
import org.mingze.institution.DutyForm;
import org.mingze.institution.ValueReader;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;

/// Finds anew which acts waive a duty or move its due day, and whether who made them may.
final class ActsUsed {
    private final Replay replay;

    ActsUsed(Replay replay) {
        this.replay = replay;
    }

    record Moved(LocalDate due, List<Long> acts) {}

    /// The first act that waives the obligation.
    Optional<Long> waiver() {
        Optional<Bearer> authority =
                replay.duty().waivable().or(() -> replay.duty().enforcer());
        String own = replay.key().bearer();
        return citing("免").stream()
                .filter(act -> !act.content().text("批").equals(Optional.of(own)))
                .filter(
                        act -> {
                            Situation that = replay.situation().at(act.occurred().day());
                            Optional<Value.Reference> who =
                                    authority.flatMap(named -> Bearers.resolve(named, that));
                            return !who.equals(replay.bearer()) && isBy(act, who, that);
                        })
                .map(Entry::number)
                .findFirst();
    }

    Moved moved(
            LocalDate due,
            Optional<DutyForm.Extendable> extendable,
            RestDayRule restDays,
            Situation situation) {
        LocalDate last = due;
        List<Long> used = new ArrayList<>();
        for (Entry act : citing("延")) {
            boolean inTime =
                    !act.occurred().day().isAfter(last)
                            && !ChinaTime.day(act.recordedAt()).isAfter(last);
            if (extendable.isPresent() && inTime && used.size() < extendable.get().times()) {
                Situation that = situation.at(act.occurred().day());
                Optional<Span> by =
                        isBy(act, Bearers.resolve(extendable.get().authority(), that), that)
                                ? granted(act, extendable.get(), situation)
                                : Optional.empty();
                if (by.isPresent()) {
                    last = replay.known().calendar().limit(last, by.get(), restDays);
                    used.add(act.number());
                }
            }
        }
        return new Moved(last, used);
    }

    /// What the act says where that is within what may be granted.
    private static Optional<Span> granted(
            Entry act, DutyForm.Extendable extendable, Situation situation) {
        Optional<Span> most = Slots.span(extendable.by(), situation);
        Optional<Span> said =
                act.content()
                        .get("限")
                        .flatMap(text -> ValueReader.read(Type.Simple.DURATION, text))
                        .filter(Value.Duration.class::isInstance)
                        .map(value -> ((Value.Duration) value).span());
        return most.map(
                span ->
                        said.filter(given -> given.unit() == span.unit())
                                .filter(given -> given.amount() <= span.amount())
                                .orElse(span));
    }

    private List<Entry> citing(String kind) {
        return replay.known().acts(kind).stream()
                .filter(act -> !act.occurred().day().isAfter(replay.today()))
                .filter(this::cites)
                .toList();
    }

    private boolean cites(Entry act) {
        ObligationKey key = replay.key();
        String occasion =
                switch (replay.occasion()) {
                    case Occasion.InPeriod _ -> act.content().text("期").orElse("");
                    case Occasion.OnRecord _ -> "件" + act.content().text("件").orElse("");
                };
        return act.content().text("号").equals(Optional.of(key.duty()))
                && occasion.equals(key.occasion())
                && act.content().text("编号").map(key.institution()::equals).orElse(true)
                && act.content().text("谁").map(key.bearer()::equals).orElse(true)
                && act.content().text("对").map(key.counterpart().orElse("")::equals).orElse(true);
    }

    /// 批 names the authority, a post of the body, the holder of the post, or a post of the person.
    private static boolean isBy(
            Entry act, Optional<Value.Reference> authority, Situation situation) {
        String by = act.content().text("批").orElse("");
        LocalDate day = act.occurred().day();
        if (authority.isEmpty() || by.isEmpty()) {
            return false;
        }
        String code = authority.get().code();
        return by.equals(code)
                || switch (authority.get().kind()) {
                    case BODY ->
                            situation.organization().postsIn(code, day).stream()
                                    .anyMatch(post -> post.code().equals(by));
                    case POST ->
                            situation
                                    .organization()
                                    .holder(code, day)
                                    .equals(Optional.of(by));
                    case PERSON ->
                            situation.organization().postsOf(code, day).stream()
                                    .anyMatch(post -> post.code().equals(by));
                };
    }
}
