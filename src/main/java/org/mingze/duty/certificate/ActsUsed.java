package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.calendar.RestDayRule;
import org.mingze.calendar.Span;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Situation;
import org.mingze.duty.situation.Slots;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Role;
import org.mingze.institution.ValueReader;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
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
        return citing("免").filter(this::isAuthorized).map(Entry::number).findFirst();
    }

    private boolean isAuthorized(Entry act) {
        Optional<Bearer> authority =
                replay.duty()
                        .waivable()
                        .map(Duty.Waivable::authority)
                        .or(() -> replay.duty().enforcer());
        Situation that = replay.situation().after(act.occurred().day());
        Optional<Value.Reference> who = authority.flatMap(named -> Bearers.resolve(named, that));
        Optional<String> own = replay.bearer().map(Value.Reference::code);
        return !who.equals(replay.bearer())
                && !act.content().text("批").equals(own)
                && authority.filter(named -> isBy(act, named, that)).isPresent();
    }

    /// From a day until the day before it is resumed.
    record Rest(LocalDate from, Optional<LocalDate> resumed, List<Long> acts) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && resumed.map(day::isBefore).orElse(true);
        }
    }

    /// The stays that an authority ordered.
    List<Rest> rests() {
        List<LocalDate> resumptions =
                about("复").filter(this::isAuthorized).map(act -> act.occurred().day()).toList();
        return about("停")
                .filter(this::isAuthorized)
                .map(
                        act ->
                                new Rest(
                                        act.occurred().day(),
                                        resumptions.stream()
                                                .filter(day -> !day.isBefore(act.occurred().day()))
                                                .min(Comparator.naturalOrder()),
                                        List.of(act.number())))
                .toList();
    }

    /// The stay or vacancy that covers a day.
    Optional<List<Long>> rest(LocalDate day) {
        Optional<List<Long>> ordered =
                rests().stream().filter(rest -> rest.covers(day)).map(Rest::acts).findFirst();
        return ordered.isPresent() || !isVacant(day) ? ordered : Optional.of(List.of());
    }

    private boolean isVacant(LocalDate day) {
        Optional<String> post =
                replay.bearer()
                        .filter(who -> who.kind() == Value.Reference.Kind.POST)
                        .map(Value.Reference::code);
        Optional<Span> longest =
                replay.duty().vacancy().flatMap(slot -> Slots.span(slot, replay.situation()));
        Optional<LocalDate> since =
                post.flatMap(code -> replay.known().organization().vacantSince(code, day));
        return longest.isPresent()
                && since.filter(
                                from ->
                                        replay.known()
                                                .calendar()
                                                .plus(from, longest.get())
                                                .isBefore(day))
                        .isPresent();
    }

    /// The days of rest until today.
    Set<LocalDate> restedDays() {
        Set<LocalDate> days = new HashSet<>();
        for (Rest rest : rests()) {
            LocalDate day = rest.from();
            while (!day.isAfter(replay.today()) && rest.covers(day)) {
                days.add(day);
                day = day.plusDays(1);
            }
        }
        return days;
    }

    Moved moved(
            LocalDate due,
            Optional<DutyForm.Extendable> extendable,
            RestDayRule restDays,
            Situation situation) {
        LocalDate last = due;
        List<Long> used = new ArrayList<>();
        for (Entry act : citing("延").toList()) {
            boolean told =
                    extendable.filter(given -> !given.notice()).isPresent()
                            || act.content().text("告知").equals(Optional.of("是"));
            boolean inTime =
                    told
                            && !act.occurred().day().isAfter(last)
                            && !ChinaTime.day(act.recordedAt()).isAfter(last);
            Rational times =
                    extendable
                            .flatMap(given -> Slots.number(given.times(), situation))
                            .orElse(Rational.ZERO);
            if (extendable.isPresent() && inTime && Rational.of(used.size()).compareTo(times) < 0) {
                Situation that = situation.after(act.occurred().day());
                Optional<Span> by =
                        isBy(act, extendable.get().authority(), that)
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

    private Stream<Entry> citing(String kind) {
        return about(kind).filter(this::isOfOccasion);
    }

    /// Acts that name the duty and the bearer, and no other occasion.
    private Stream<Entry> about(String kind) {
        ObligationKey key = replay.key();
        return replay.known().acts(kind).stream()
                .filter(act -> !act.occurred().day().isAfter(replay.today()))
                .filter(act -> act.content().text("号").equals(Optional.of(key.duty())))
                .filter(act -> word(act, "编号").equals(key.institution()))
                .filter(act -> isAbout(act, key.bearer()))
                .filter(
                        act ->
                                word(act, "对").isEmpty()
                                        || key.counterpart().equals(act.content().text("对")))
                .filter(
                        act ->
                                isOfOccasion(act)
                                        || Stream.of("期", "件", "级")
                                                .allMatch(
                                                        field ->
                                                                act.content()
                                                                        .text(field)
                                                                        .isEmpty()));
    }

    private static String word(Entry act, String field) {
        return act.content().text(field).orElse("");
    }

    /// An act names who is exempted; a 延 may leave it to the item.
    private static boolean isAbout(Entry act, String bearer) {
        boolean left = act.kind().equals("延") && act.content().text("谁").isEmpty();
        return left || word(act, "谁").equals(bearer);
    }

    private boolean isOfOccasion(Entry act) {
        Optional<String> occasion =
                switch (replay.occasion()) {
                    case Occasion.InPeriod _ -> act.content().text("期");
                    case Occasion.OnRecord _ -> act.content().text("件").map(code -> "件" + code);
                    case Occasion.OnBreach _ -> act.content().text("级");
                };
        return occasion.equals(Optional.of(replay.key().occasion()));
    }

    /// 批 names the authority, the head of the body, a post of those that the rule names or its
    /// holder, or a post of the person.
    private static boolean isBy(Entry act, Bearer authority, Situation situation) {
        String by = word(act, "批");
        LocalDate day = act.occurred().day();
        Organization organization = situation.organization();
        Optional<Value.Reference> who = Bearers.resolve(authority, situation);
        if (who.isEmpty() || by.isEmpty()) {
            return false;
        }
        String code = who.get().code();
        return by.equals(code)
                || switch (who.get().kind()) {
                    case BODY -> organization.headPost(code, day).map(Post::code).equals(said(by));
                    case POST ->
                            organization.posts(day).stream()
                                    .filter(post -> isNamed(post, code, authority, situation, day))
                                    .map(Post::code)
                                    .anyMatch(
                                            post ->
                                                    post.equals(by)
                                                            || organization
                                                                    .holder(post, day)
                                                                    .equals(said(by)));
                    case PERSON ->
                            organization.postsOf(code, day).stream()
                                    .anyMatch(post -> post.code().equals(by));
                };
    }

    private static Optional<String> said(String by) {
        return Optional.of(by);
    }

    /// Whether a post is the one found, or the rule names it at the same body as well.
    private static boolean isNamed(
            Post post, String code, Bearer authority, Situation situation, LocalDate day) {
        Organization organization = situation.organization();
        boolean beside =
                organization.post(code, day).map(Post::body).equals(said(post.body()))
                        && authority instanceof Bearer.ByRole(Role role)
                        && Bearers.holds(role, post, organization, day);
        return beside || post.code().equals(code);
    }
}
