package org.mingze.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.duty.form.Judging;
import org.mingze.duty.form.Raising;
import org.mingze.duty.form.Situations;
import org.mingze.duty.situation.ObligationCounts;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.Enactment;

/// 数责 — counts the obligations of one duty whose period begins, or whose trigger lies, in a period,
/// for a bearer and everybody within it.
public final class DutyCounts implements ObligationCounts {
    private final String institution;
    private final Value.Reference bearer;
    private final Period period;
    private final AsOf asOf;

    public DutyCounts(String institution, Value.Reference bearer, Period period, AsOf asOf) {
        this.institution = institution;
        this.bearer = bearer;
        this.period = period;
        this.asOf = asOf;
    }

    @Override
    public List<Value> of(String tally, String dutyNumber) {
        return verdicts(dutyNumber).stream()
                .filter(verdict -> counts(tally, verdict.standing()))
                .map(this::row)
                .toList();
    }

    /// The verdicts of a duty in the period, whatever they are.
    public List<Verdict> verdicts(String dutyNumber) {
        Raising raising = new Raising(asOf, this::isWithin);
        int slash = dutyNumber.indexOf('/');
        String id = slash < 0 ? institution : dutyNumber.substring(0, slash);
        String number = dutyNumber.substring(slash + 1);
        return asOf.known().rules().versions(id).stream()
                .flatMap(version -> raised(raising, version, number).stream())
                .filter(owed -> owed.bearer().isPresent() && !start(owed).isBefore(period.start()))
                .map(owed -> Judging.judge(owed, asOf))
                .toList();
    }

    private List<Obligation> raised(Raising raising, Enactment version, String number) {
        return version.institution().duty(number).stream()
                .flatMap(duty -> raising.of(version, duty, period.start(), period.end()).stream())
                .toList();
    }

    private LocalDate start(Obligation owed) {
        return owed.occasion() instanceof Occasion.OnBreach
                ? period.start()
                : Situations.ruleDay(owed, asOf);
    }

    private static boolean counts(String tally, Standing standing) {
        return switch (tally) {
            case "应" ->
                    switch (standing) {
                        case AHEAD, OPEN, FULFILLED, BREACHED, LATE, UNPROVEN, CONFLICTED -> true;
                        case STAYED, WAIVED, REVOKED, NOT_APPLICABLE, INACTIVE -> false;
                    };
            case "履" -> standing == Standing.FULFILLED;
            case "迟" -> standing == Standing.LATE;
            case "违" -> standing == Standing.BREACHED;
            case "免" -> standing == Standing.WAIVED;
            case "缺" -> standing == Standing.UNPROVEN;
            default -> false;
        };
    }

    private Value row(Verdict verdict) {
        LocalDate from = Situations.ruleDay(verdict.obligation(), asOf);
        Value due =
                verdict.due().<Value>map(Value.Day::new).orElseGet(() -> new Value.Unknown("止不详"));
        return new Value.Group(Map.of("自", new Value.Day(from), "止", due));
    }

    /// The bearer itself, its posts, and the bodies below it with theirs.
    private boolean isWithin(Value.Reference who) {
        if (who.equals(bearer)) {
            return true;
        }
        if (bearer.kind() != Value.Reference.Kind.BODY) {
            return false;
        }
        Organization organization = asOf.known().organization();
        Optional<String> at =
                switch (who.kind()) {
                    case BODY -> Optional.of(who.code());
                    case POST -> organization.post(who.code(), period.end()).map(Post::body);
                    case PERSON -> Optional.empty();
                };
        while (at.isPresent()) {
            if (at.get().equals(bearer.code())) {
                return true;
            }
            at = organization.superior(at.get(), period.end()).map(Body::code);
        }
        return false;
    }
}
