package org.mingze.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.cases.CaseRun;
import org.mingze.duty.cases.Library;
import org.mingze.duty.cases.Outcome;
import org.mingze.journal.Archive;
import org.mingze.work.Knowledge;
import org.mingze.work.Rules;

@DisplayName("制度库的例")
class InstitutionCasesTest {
    @TestFactory
    @DisplayName("每一例都合乎它的期望")
    Stream<DynamicTest> everyCaseHolds() {
        return CaseRun.all(Library.read(Path.of("institutions")), "").stream()
                .map(
                        outcome ->
                                DynamicTest.dynamicTest(
                                        outcome.example().institution()
                                                + " "
                                                + outcome.example().name(),
                                        () -> assertThat(outcome.misses()).isEmpty()));
    }

    @TestFactory
    @DisplayName("县里施行的每部制度，照县里施行的文，自己的例也都合，不论哪天起施行")
    Stream<DynamicTest> everyCaseHoldsForTheTextsOfACounty() {
        Library library = Library.read(Path.of("institutions"));
        Rules rules =
                Knowledge.of(
                                Archive.read(Path.of("samples", "mingchuan")).entries(),
                                WorkCalendar.published())
                        .rules();
        return rules.institutions().stream()
                .map(
                        id ->
                                DynamicTest.dynamicTest(
                                        id,
                                        () ->
                                                assertThat(
                                                                CaseRun.of(
                                                                        library,
                                                                        id,
                                                                        rules.textsInForce(id)))
                                                        .allMatch(Outcome::passed)));
    }
}
