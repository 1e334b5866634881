package org.mingze.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mingze.duty.cases.CaseRun;
import org.mingze.duty.cases.Library;

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
}
