package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.certificate.Certificate;
import org.mingze.duty.certificate.CertificateCheck;
import org.mingze.duty.certificate.CertificateText;
import org.mingze.duty.certificate.Certificates;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

@DisplayName("随机账上的判定书")
class RandomCertificatesTest {
    private static final int HISTORIES = Integer.getInteger("mingze.certificates", 60);
    private static final int LENGTH = 40;
    private static final long APART = RandomHistories.NEIGHBOURS;

    @Test
    @DisplayName("每种情形都出过，份份核得过")
    void everyCertificateIsAccepted() {
        Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
        List<String> misfits = new ArrayList<>();
        for (long seed = 1; seed <= HISTORIES; seed++) {
            List<Entry> entries = RandomHistories.of(seed * APART, LENGTH).entries();
            CertificateCheck check = CertificateCheck.of(entries, Comparison.CALENDAR);
            for (int length : List.of(entries.size() - LENGTH / 2, entries.size())) {
                Knowledge known = Knowledge.of(entries.subList(0, length), Comparison.CALENDAR);
                for (LocalDate day : Set.of(Comparison.TO.minusDays(50), Comparison.TO)) {
                    AsOf asOf = new AsOf(known, day);
                    Certificates issuing = new Certificates(asOf);
                    for (Verdict verdict :
                            new Obligations(known, day).verdicts(Comparison.FROM, Comparison.TO)) {
                        standings.merge(verdict.standing(), 1, Integer::sum);
                        Certificate certificate = issuing.of(verdict);
                        for (CertificateCheck.Misfit misfit : check.misfits(certificate)) {
                            misfits.add(
                                    seed + " " + misfit + " " + CertificateText.write(certificate));
                        }
                    }
                }
            }
        }
        assertThat(misfits.stream().limit(5)).isEmpty();
        assertThat(standings.keySet())
                .contains(
                        Standing.OPEN,
                        Standing.FULFILLED,
                        Standing.LATE,
                        Standing.BREACHED,
                        Standing.REVOKED,
                        Standing.UNPROVEN,
                        Standing.INACTIVE);
    }
}
