package org.mingze.duty.certificate;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.Obligation;
import org.mingze.duty.Rejection;
import org.mingze.duty.Sentences;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Situations;
import org.mingze.journal.Digest;
import org.mingze.organization.Organization;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;

/// 出具判定书 — writes down what each verdict of one moment rests on; nothing is stored.
public final class Certificates {
    private final AsOf asOf;
    private final long organization;

    public Certificates(AsOf asOf) {
        this.asOf = asOf;
        this.organization = lastActOfOrganization(asOf.known());
    }

    /// The number of the last entry that changed the organization; 0 when none did.
    static long lastActOfOrganization(Knowledge known) {
        long number = known.size();
        while (number > 0
                && known.kindOf(number).filter(Organization::isOrganizationAct).isEmpty()) {
            number--;
        }
        return number;
    }

    public Certificate of(Verdict verdict) {
        Obligation obligation = verdict.obligation();
        return new Certificate(
                obligation.key(),
                verdict.day(),
                verdict.known(),
                rule(obligation.enactment()),
                ParameterOrigins.of(
                        new TreeSet<>(obligation.duty().parameters()),
                        Situations.of(obligation, asOf),
                        obligation.enactment()),
                calendar(asOf.known().calendar(), verdict.due(), verdict.graceEnd()),
                organization,
                verdict.acts().stream().map(number -> act(number, asOf.known())).toList(),
                new Certificate.Deadline(verdict.due(), verdict.graceEnd()),
                new Certificate.Amounts(verdict.required(), verdict.certain(), verdict.possible()),
                verdict.counted().size(),
                verdict.witnesses().stream().map(this::witness).toList(),
                verdict.rejected().stream().map(this::refused).toList(),
                verdict.standing(),
                verdict.note(),
                Sentences.of(verdict, asOf.known().organization()));
    }

    static Certificate.Rule rule(Enactment enactment) {
        return new Certificate.Rule(
                enactment.institution().from(),
                enactment.entryNumber(),
                Digest.of(enactment.institution().text().getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    static Certificate.CalendarRead calendar(
            WorkCalendar calendar, Optional<LocalDate> due, Optional<LocalDate> graceEnd) {
        boolean provisional =
                due.filter(calendar::isProvisional).isPresent()
                        || graceEnd.filter(calendar::isProvisional).isPresent();
        return new Certificate.CalendarRead(calendar.notices().getLast(), provisional);
    }

    static Certificate.Act act(long number, Knowledge known) {
        return new Certificate.Act(number, known.kindOf(number).orElse(""));
    }

    private Certificate.Witness witness(Contribution contribution) {
        return new Certificate.Witness(
                contribution,
                asOf.known()
                        .records()
                        .history(contribution.record())
                        .map(ReadValues::entries)
                        .orElse(List.of()));
    }

    private Certificate.Refused refused(Rejection rejection) {
        Optional<RecordHistory> history = asOf.known().records().history(rejection.record());
        return new Certificate.Refused(
                rejection,
                history.map(known -> ReadValues.of(rejection.condition(), known))
                        .orElse(List.of()));
    }
}
