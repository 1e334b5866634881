package org.mingze.duty.running;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mingze.calendar.Period;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.form.PeriodicJudgement;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Duty;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.work.Enactment;
import org.mingze.work.Rules;

/// 到期之责 — what falls due in a range of days, whoever owes it: one reading for a number of the
/// whole county and for the list that the number opens. What has no due day is taken to fall due
/// when its period ends, or when the record came that raises it.
public final class FallingDue {
    /// How long before its due day something may have been raised.
    private static final int YEARS_BEFORE = 1;

    /// What is judged at entry is due on its day; a correction may have moved that.
    private static final int MONTHS_MOVED = 2;

    /// Of a stretch of records: long enough to be worth a look, short enough for a writer to wait.
    private static final int DAYS = 10;

    private static final Map<String, String> LEVEL_NAMES =
            Map.of("县", "县级", "乡镇", "乡镇街道", "村", "村社区", "", "未定级");

    private FallingDue() {}

    /// 一段 — a duty over days short enough to be swept without pause.
    public record Stretch(Enactment version, Duty duty, LocalDate from, LocalDate to) {}

    /// What falls due on a day, and the body that answers for it: the bearer itself, or the body of
    /// the post, as of the due day; as of the day asked where that is still to come.
    public record Due(Stood stood, LocalDate day, Optional<Body> body) {}

    /// Everything to sweep for what falls due in these days, in the order of the rules. A duty of
    /// the calendar is one stretch; one that records raise is a stretch for each few days.
    public static List<Stretch> stretches(Rules rules, LocalDate from, LocalDate to) {
        List<Stretch> stretches = new ArrayList<>();
        for (String id : rules.institutions()) {
            for (Enactment version : rules.versions(id)) {
                for (Duty duty : version.institution().duties()) {
                    add(stretches, version, duty, from, to);
                }
            }
        }
        return stretches;
    }

    private static void add(
            List<Stretch> stretches, Enactment version, Duty duty, LocalDate from, LocalDate to) {
        LocalDate first =
                duty.form().isJudgedAtEntry()
                        ? from.minusMonths(MONTHS_MOVED)
                        : from.minusYears(YEARS_BEFORE);
        if (Obligations.triggers(duty.form()).isEmpty()) {
            stretches.add(new Stretch(version, duty, from.minusMonths(1), to));
            return;
        }
        for (LocalDate start = first; !start.isAfter(to); start = start.plusDays(DAYS)) {
            LocalDate end = start.plusDays(DAYS - 1);
            stretches.add(new Stretch(version, duty, start, end.isAfter(to) ? to : end));
        }
    }

    /// What of a stretch falls due in these days; whatever nobody is known to bear is left out.
    public static void each(
            Sweep sweep, Stretch stretch, LocalDate from, LocalDate to, Consumer<Due> action) {
        sweep.each(
                stretch.version(),
                stretch.duty(),
                stretch.from(),
                stretch.to(),
                owed -> !isDueAfter(owed, to, sweep.asOf()),
                stood -> due(stood, sweep.asOf(), from, to).ifPresent(action));
    }

    /// As something that falls due in these days; empty where it does not, or nobody is known to
    /// bear it.
    static Optional<Due> due(Stood stood, AsOf asOf, LocalDate from, LocalDate to) {
        LocalDate day = day(stood, asOf);
        boolean within = !day.isBefore(from) && !day.isAfter(to);
        return within && stood.obligation().bearer().isPresent()
                ? Optional.of(new Due(stood, day, body(stood.obligation(), day, asOf)))
                : Optional.empty();
    }

    /// Whether its period ends later, so that nothing but a later day can become of its due day.
    static boolean isDueAfter(Obligation owed, LocalDate to, AsOf asOf) {
        return owed.occasion() instanceof Occasion.InPeriod(Period period)
                && PeriodicJudgement.due(
                                owed.duty().form(),
                                period,
                                Situation.of(asOf, owed.enactment().institution(), period.start()))
                        .filter(due -> due.isAfter(to))
                        .isPresent();
    }

    /// Whether there was anything to be done: not where a rule does not apply, nor where what
    /// raised it was withdrawn.
    public static boolean isOwed(Standing standing) {
        return switch (standing) {
            case NOT_APPLICABLE, REVOKED -> false;
            case AHEAD, OPEN, FULFILLED, LATE, BREACHED -> true;
            case WAIVED, STAYED, UNPROVEN, INACTIVE, CONFLICTED -> true;
        };
    }

    /// Whether it was decided if the duty was done in time: what a rate of fulfilment counts.
    public static boolean isJudged(Standing standing) {
        return switch (standing) {
            case FULFILLED, LATE, BREACHED -> true;
            case AHEAD, OPEN, WAIVED, STAYED, REVOKED -> false;
            case NOT_APPLICABLE, UNPROVEN, INACTIVE, CONFLICTED -> false;
        };
    }

    /// A rate as it is said, in whole percent: never 100 while one is missing, nor 0 for a few.
    public static long percent(long part, long whole) {
        long rounded = Math.round(100.0 * part / whole);
        if (part < whole && rounded == 100) {
            return 99;
        }
        return part > 0 && rounded == 0 ? 1 : rounded;
    }

    private static Optional<Body> body(Obligation owed, LocalDate due, AsOf asOf) {
        LocalDate day = due.isBefore(asOf.day()) ? due : asOf.day();
        Organization organization = asOf.known().organization();
        return owed.bearer()
                .flatMap(
                        bearer ->
                                switch (bearer.kind()) {
                                    case BODY ->
                                            passing(owed, bearer, organization, day)
                                                    .flatMap(code -> organization.body(code, day));
                                    case POST ->
                                            organization
                                                    .post(bearer.code(), day)
                                                    .flatMap(
                                                            post ->
                                                                    organization.body(
                                                                            post.body(), day));
                                    case PERSON -> Optional.empty();
                                });
    }

    /// Whoever carries on what a merged body was to see through.
    private static Optional<String> passing(
            Obligation owed, Value.Reference bearer, Organization organization, LocalDate day) {
        return owed.duty().form().isEndedByFollower()
                ? organization.carriedOnBy(bearer.code(), day)
                : Optional.of(bearer.code());
    }

    /// The level of a body, or of the nearest body above it that has one; empty text for none.
    public static String level(Body body, Organization organization, LocalDate day) {
        Optional<Body> at = Optional.of(body);
        while (at.isPresent()) {
            if (at.get().level().isPresent()) {
                return at.get().level().get();
            }
            at = organization.superior(at.get().code(), day);
        }
        return "";
    }

    /// What the bodies of a level are called together.
    public static String levelName(String level) {
        return LEVEL_NAMES.getOrDefault(level, level + "级");
    }

    private static LocalDate day(Stood stood, AsOf asOf) {
        return stood.due()
                .orElseGet(
                        () ->
                                stood.obligation().occasion()
                                                instanceof Occasion.InPeriod(Period period)
                                        ? period.end()
                                        : Obligations.firstDay(
                                                stood.obligation().occasion(), asOf));
    }
}
