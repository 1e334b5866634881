package org.mingze.duty.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.duty.Contribution;
import org.mingze.duty.Obligations;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.institution.expression.Rational;
import org.mingze.journal.Archive;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

@DisplayName("判定书：每项判定都说得清，改动一处就核得出")
class CertificateTest {
    private static final LocalDate END = LocalDate.of(2026, 11, 20);

    private static List<Entry> entries = List.of();
    private static List<Certificate> certificates = List.of();
    private static CertificateCheck check =
            CertificateCheck.of(List.of(), WorkCalendar.published());

    @BeforeAll
    static void issue() {
        entries = Archive.read(Path.of("samples", "mingchuan")).entries();
        check = CertificateCheck.of(entries, WorkCalendar.published());
        certificates = issued(END);
    }

    private static List<Certificate> issued(LocalDate day) {
        AsOf asOf = new AsOf(Knowledge.of(entries, WorkCalendar.published()), day);
        Certificates issuing = new Certificates(asOf);
        return new Obligations(asOf.known(), asOf.day())
                .verdicts(END.minusYears(2), END).stream().map(issuing::of).toList();
    }

    @Test
    @DisplayName("样例年的每一份判定书都核得过，年中某日的也是")
    void theYearIsAccepted() {
        List<String> misfits = new ArrayList<>();
        List<Certificate> all = new ArrayList<>(certificates);
        all.addAll(issued(LocalDate.of(2026, 5, 12)));
        for (Certificate certificate : all) {
            check.misfits(certificate)
                    .forEach(
                            misfit ->
                                    misfits.add(
                                            certificate.key()
                                                    + " "
                                                    + certificate.standing()
                                                    + " "
                                                    + misfit));
        }
        assertThat(certificates).hasSizeGreaterThan(1000);
        assertThat(misfits).isEmpty();
    }

    @Test
    @DisplayName("写成文本再读回来，一字不差")
    void theTextIsReadBack() {
        for (Certificate certificate : certificates) {
            String text = CertificateText.write(certificate);
            assertThat(CertificateText.read(text)).containsExactly(certificate);
        }
        assertThat(CertificateText.read(CertificateText.write(certificates)))
                .isEqualTo(certificates);
    }

    @Test
    @DisplayName("取用的记录去掉一件，就不够了")
    void noWitnessCanBeSpared() {
        int tried = 0;
        for (Certificate certificate : certificates) {
            for (Certificate.Witness witness : certificate.witnesses()) {
                List<Certificate.Witness> fewer = new ArrayList<>(certificate.witnesses());
                fewer.remove(witness);
                assertThat(check.misfits(witnessed(certificate, fewer)))
                        .as(certificate.sentence())
                        .extracting(CertificateCheck.Misfit::place)
                        .contains("witnesses");
                if (certificate.standing() == Standing.FULFILLED) {
                    Rational left =
                            fewer.stream()
                                    .map(each -> each.contribution().amount())
                                    .reduce(Rational.ZERO, Rational::plus);
                    assertThat(certificate.amounts().required().orElse(Rational.ONE))
                            .isGreaterThan(left);
                    tried++;
                }
            }
        }
        assertThat(tried).isPositive();
    }

    @Test
    @DisplayName("不计的候选换一条理由，就核不过")
    void eachRejectionIsTrue() {
        int tried = 0;
        for (Certificate certificate : certificates) {
            for (Certificate.Refused refused : certificate.rejected()) {
                Rejection said = refused.rejection();
                Rejection other =
                        new Rejection(said.record(), said.condition(), "类=别的", said.unknown());
                List<Certificate.Refused> changed = new ArrayList<>(certificate.rejected());
                changed.set(
                        changed.indexOf(refused), new Certificate.Refused(other, refused.values()));
                assertThat(check.misfits(rejected(certificate, changed)))
                        .extracting(CertificateCheck.Misfit::place)
                        .contains("rejected");
                tried++;
            }
        }
        assertThat(tried).isPositive();
    }

    @Test
    @DisplayName("取一件没有的、取一件别人的、取晚不取早，都核不过，并说出是哪一件")
    void aWrongWitnessIsNamed() {
        Certificate certificate =
                certificates.stream()
                        .filter(each -> each.standing() == Standing.FULFILLED)
                        .filter(each -> each.witnesses().size() == 1)
                        .findFirst()
                        .orElseThrow();
        Contribution taken = certificate.witnesses().getFirst().contribution();
        assertThat(check.misfits(witnessed(certificate, List.of(witness(taken, 99_999)))))
                .anyMatch(misfit -> misfit.sentence().contains("第99999号在所知的账上没有"));
        assertThat(check.misfits(witnessed(certificate, List.of(witness(taken, 1))))).isNotEmpty();
    }

    private static Certificate.Witness witness(Contribution like, long record) {
        return new Certificate.Witness(
                new Contribution(
                        record,
                        like.day(),
                        like.amount(),
                        like.lateDays(),
                        like.inGrace(),
                        like.backfilled()),
                List.of(record));
    }

    @Test
    @DisplayName("判定书里任改一个数、一个日期、一处文字，都核不过")
    void everyMutationIsRejected() {
        Random random = new Random(20261121);
        int tried = 0;
        for (int round = 0; round < 4000; round++) {
            Certificate certificate = certificates.get(random.nextInt(certificates.size()));
            String text = CertificateText.write(certificate);
            String mutated = CanonicalJson.write(Mutation.of(CanonicalJson.read(text), random));
            if (mutated.equals(text)) {
                continue;
            }
            Optional<Certificate> read = read(mutated);
            if (read.isPresent() && !read.get().equals(certificate)) {
                assertThat(check.misfits(read.get())).as("%s%n%s", text, mutated).isNotEmpty();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(2000);
    }

    private static Optional<Certificate> read(String text) {
        try {
            return Optional.of(CertificateText.read(text).getFirst());
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /// Changes one scalar of a text: a number, a day, a word.
    private static final class Mutation {
        /// D and K are the question; asked of another day, the answer may be as true.
        private static final Set<String> QUESTION = Set.of("at", "known");

        private final Random random;
        private final int chosen;
        private int seen;

        private Mutation(Random random, int chosen) {
            this.random = random;
            this.chosen = chosen;
        }

        static Content of(Content content, Random random) {
            Mutation counting = new Mutation(random, -1);
            counting.walk(content);
            return new Mutation(random, random.nextInt(counting.seen)).walk(content);
        }

        private Content walk(Content content) {
            return switch (content) {
                case Content.Text text -> seen++ == chosen ? changed(text) : text;
                case Content.Series(List<Content> items) ->
                        new Content.Series(items.stream().map(this::walk).toList());
                case Content.Group(Map<String, Content> fields) -> {
                    Map<String, Content> walked = new LinkedHashMap<>();
                    fields.forEach(
                            (name, item) ->
                                    walked.put(name, QUESTION.contains(name) ? item : walk(item)));
                    yield new Content.Group(walked);
                }
            };
        }

        private Content.Text changed(Content.Text scalar) {
            String text = scalar.value();
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return new Content.Text(
                        LocalDate.parse(text).plusDays(1L + random.nextInt(9)).toString());
            }
            if (text.matches("\\d+")) {
                return new Content.Text(
                        Long.toString(Long.parseLong(text) + 1 + random.nextInt(3)));
            }
            return switch (text) {
                case "true" -> new Content.Text("false");
                case "false" -> new Content.Text("true");
                default -> new Content.Text(text + (random.nextBoolean() ? "1" : "改"));
            };
        }
    }

    private static Certificate witnessed(
            Certificate certificate, List<Certificate.Witness> witnesses) {
        return with(certificate, witnesses, certificate.rejected());
    }

    private static Certificate rejected(
            Certificate certificate, List<Certificate.Refused> rejected) {
        return with(certificate, certificate.witnesses(), rejected);
    }

    private static Certificate with(
            Certificate certificate,
            List<Certificate.Witness> witnesses,
            List<Certificate.Refused> rejected) {
        return new Certificate(
                certificate.key(),
                certificate.at(),
                certificate.known(),
                certificate.rule(),
                certificate.parameters(),
                certificate.calendar(),
                certificate.organization(),
                certificate.acts(),
                certificate.deadline(),
                certificate.amounts(),
                certificate.counted(),
                witnesses,
                rejected,
                certificate.standing(),
                certificate.note(),
                certificate.sentence());
    }
}
