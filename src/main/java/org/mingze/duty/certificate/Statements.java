package org.mingze.duty.certificate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.duty.Contribution;
import org.mingze.duty.Rejection;
import org.mingze.institution.expression.Rational;
import org.mingze.work.RecordHistory;

/// Holds each record that a certificate cites against the journal: that it is there, that it counts
/// or does not, and that those taken are the earliest that suffice.
final class Statements {
    private final Certificate certificate;
    private final Replay replay;
    private final Expected expected;
    private final List<CertificateCheck.Misfit> misfits = new ArrayList<>();

    Statements(Certificate certificate, Replay replay, Expected expected) {
        this.certificate = certificate;
        this.replay = replay;
        this.expected = expected;
    }

    List<CertificateCheck.Misfit> misfits() {
        certificate.witnesses().forEach(this::witness);
        if (misfits.isEmpty()) {
            sufficiency();
        }
        Set<Rejection> seen = new HashSet<>();
        for (Certificate.Refused refused : certificate.rejected()) {
            if (!seen.add(refused.rejection())) {
                misfit("rejected", refused.rejection().record(), "写了两遍");
            }
            refused(refused);
        }
        return misfits;
    }

    private void witness(Certificate.Witness witness) {
        Contribution said = witness.contribution();
        Optional<RecordHistory> history = replay.known().records().history(said.record());
        if (history.isEmpty()) {
            misfit("witnesses", said.record(), "在所知的账上没有");
            return;
        }
        if (history.get().isWithdrawn()) {
            misfit("witnesses", said.record(), "已经撤销");
            return;
        }
        if (!witness.entries().equals(ReadValues.entries(history.get()))) {
            misfit("witnesses", said.record(), "不是由所引的账目而来");
        }
        Optional<Contribution> found =
                expected.counted().stream()
                        .filter(each -> each.record() == said.record())
                        .findFirst();
        if (found.isEmpty()) {
            String why =
                    expected.failing().stream()
                            .filter(each -> each.record() == said.record())
                            .map(Rejection::read)
                            .findFirst()
                            .orElse("类型、时间或归属不合");
            misfit("witnesses", said.record(), "不能计入：" + why);
        } else if (!found.get().equals(said)) {
            misfit("witnesses", said.record(), "所写的日期、数量或迟录情形与账不符");
        }
    }

    /// The witnesses suffice, no fewer would, and none that is earlier was passed over.
    private void sufficiency() {
        List<Contribution> said =
                certificate.witnesses().stream().map(Certificate.Witness::contribution).toList();
        if (said.equals(expected.witnesses())) {
            return;
        }
        Optional<Rational> required = expected.amounts().required();
        Rational sum =
                said.stream().map(Contribution::amount).reduce(Rational.ZERO, Rational::plus);
        boolean few =
                said.size() < expected.witnesses().size()
                        || required.filter(least -> sum.compareTo(least) < 0).isPresent();
        misfits.add(
                new CertificateCheck.Misfit(
                        "witnesses",
                        few
                                ? "所取的记录不够：还缺" + missing(said)
                                : "所取的不是最早的足够之数：应取" + numbers(expected.witnesses())));
    }

    private String missing(List<Contribution> said) {
        return numbers(
                expected.witnesses().stream().filter(found -> !said.contains(found)).toList());
    }

    private static String numbers(List<Contribution> records) {
        return records.isEmpty()
                ? "无"
                : records.stream()
                        .map(each -> "第" + each.record() + "号")
                        .collect(java.util.stream.Collectors.joining("、"));
    }

    private void refused(Certificate.Refused refused) {
        Rejection said = refused.rejection();
        List<Rejection> found =
                expected.failing().stream().filter(each -> each.record() == said.record()).toList();
        if (found.isEmpty()) {
            misfit("rejected", said.record(), "不是一件不计的候选");
        } else if (!found.contains(said)) {
            misfit(
                    "rejected",
                    said.record(),
                    "不计的原因是"
                            + found.getFirst().read()
                            + "（"
                            + found.getFirst().condition()
                            + "），不是所写的");
        }
        List<Certificate.ValueRead> values =
                replay.known()
                        .records()
                        .history(said.record())
                        .map(history -> ReadValues.of(said.condition(), history))
                        .orElse(List.of());
        if (!values.equals(refused.values())) {
            misfit("rejected", said.record(), "所读的值不是出自所引的账目");
        }
    }

    private void misfit(String place, long record, String what) {
        misfits.add(new CertificateCheck.Misfit(place, "第" + record + "号" + what));
    }
}
