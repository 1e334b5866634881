package org.mingze.duty.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Contribution;
import org.mingze.duty.Sentences;
import org.mingze.duty.Verdict;
import org.mingze.institution.expression.Rational;

/// Holds what a certificate stands on against the journal: numbers, days, versions, acts, wording.
final class Footing {
    private static final Contribution ANY =
            new Contribution(0, LocalDate.EPOCH, Rational.ONE, 0, false, false);

    private final Certificate certificate;
    private final Replay replay;
    private final Expected expected;
    private final List<CertificateCheck.Misfit> misfits = new ArrayList<>();

    Footing(Certificate certificate, Replay replay, Expected expected) {
        this.certificate = certificate;
        this.replay = replay;
        this.expected = expected;
    }

    List<CertificateCheck.Misfit> misfits() {
        Certificate.Deadline deadline = expected.deadline();
        WorkCalendar calendar = replay.known().calendar();
        same("standing", certificate.standing().word(), expected.standing().word());
        same("due", certificate.deadline().due(), deadline.due());
        same("graceEnd", certificate.deadline().graceEnd(), deadline.graceEnd());
        same("required", certificate.amounts().required(), expected.amounts().required());
        same("certain", certificate.amounts().certain(), expected.amounts().certain());
        same("possible", certificate.amounts().possible(), expected.amounts().possible());
        same("counted", certificate.counted(), expected.counted().size());
        same(
                "calendar",
                certificate.calendar(),
                Certificates.calendar(calendar, deadline.due(), deadline.graceEnd()));
        same(
                "organization",
                certificate.organization(),
                Certificates.lastActOfOrganization(replay.known()));
        same(
                "parameters",
                certificate.parameters(),
                ParameterOrigins.of(
                        new TreeSet<>(replay.duty().parameters()),
                        replay.situation(),
                        replay.enactment()));
        same(
                "acts",
                certificate.acts(),
                expected.acts().stream()
                        .map(number -> Certificates.act(number, replay.known()))
                        .toList());
        same("sentence", certificate.sentence(), sentence());
        return misfits;
    }

    /// The sentence that the certificate's own statements make.
    private String sentence() {
        List<Contribution> counted =
                IntStream.range(0, Math.clamp(certificate.counted(), 0, 1_000_000))
                        .mapToObj(_ -> ANY)
                        .toList();
        Verdict verdict =
                new Verdict(
                        replay.obligation(),
                        certificate.standing(),
                        certificate.at(),
                        certificate.known(),
                        certificate.deadline().due(),
                        certificate.deadline().graceEnd(),
                        certificate.amounts().required(),
                        certificate.amounts().certain(),
                        certificate.amounts().possible(),
                        certificate.witnesses().stream()
                                .map(Certificate.Witness::contribution)
                                .toList(),
                        counted,
                        certificate.rejected().stream()
                                .map(Certificate.Refused::rejection)
                                .toList(),
                        List.of(),
                        certificate.note());
        return Sentences.of(verdict, replay.known().organization());
    }

    private void same(String place, Object said, Object found) {
        if (!Objects.equals(said, found)) {
            misfits.add(
                    new CertificateCheck.Misfit(
                            place, "判定书写的是" + words(said) + "，重算得" + words(found)));
        }
    }

    private static String words(Object value) {
        return value instanceof Optional<?> optional
                ? optional.map(Object::toString).orElse("无")
                : value.toString();
    }
}
