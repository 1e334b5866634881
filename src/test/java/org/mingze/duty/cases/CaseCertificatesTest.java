package org.mingze.duty.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligations;
import org.mingze.duty.Verdict;
import org.mingze.duty.certificate.CertificateCheck;
import org.mingze.duty.certificate.CertificateText;
import org.mingze.duty.certificate.Certificates;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

@DisplayName("制度库的例的判定书")
class CaseCertificatesTest {
    private static final Pattern ASKED = Pattern.compile("[于知] (\\d{4}-\\d{2}-\\d{2})");

    private final List<String> misfits = new ArrayList<>();
    private int checked;

    @Test
    @DisplayName("例里问到的每一天，全部判定书都核得过")
    void everyCertificateIsAccepted() {
        Library library = Library.read(Path.of("institutions"));
        for (var file : library.cases()) {
            for (Example example : Examples.read(file.name(), file.text())) {
                CaseRun.Played played = CaseRun.play(library, example);
                days(example).forEach(day -> check(example, played, day));
            }
        }
        assertThat(misfits.stream().limit(3)).isEmpty();
        assertThat(checked).isGreaterThan(500);
    }

    private static Set<LocalDate> days(Example example) {
        Set<LocalDate> days = new TreeSet<>();
        for (Example.Line line : example.then()) {
            ASKED.matcher(line.text())
                    .results()
                    .map(found -> LocalDate.parse(found.group(1)))
                    .forEach(days::add);
        }
        return days;
    }

    private void check(Example example, CaseRun.Played played, LocalDate day) {
        AsOf asOf =
                new AsOf(
                        Knowledge.of(
                                played.journal().stream()
                                        .filter(
                                                entry ->
                                                        !entry.recordedAt()
                                                                .isAfter(ChinaTime.endOf(day)))
                                        .toList(),
                                played.stage().calendar()),
                        day);
        CertificateCheck check = CertificateCheck.of(asOf.known());
        Certificates issuing = new Certificates(asOf);
        for (Verdict verdict :
                new Obligations(asOf.known(), day).verdicts(day.minusYears(1), day)) {
            checked++;
            check.misfits(issuing.of(verdict))
                    .forEach(
                            misfit ->
                                    misfits.add(
                                            example.file()
                                                    + " "
                                                    + example.name()
                                                    + " "
                                                    + misfit
                                                    + CertificateText.write(issuing.of(verdict))));
        }
    }
}
