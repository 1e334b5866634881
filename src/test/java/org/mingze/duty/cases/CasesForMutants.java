package org.mingze.duty.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The cases of each institution as one test that ends at the first miss, all on one library: what
/// the mutation of the code runs. `./mingze test` runs `InstitutionCasesTest` instead.
@DisplayName("制度库的例，一部制度一测，遇一处不合即止")
class CasesForMutants {
    private static final Library LIBRARY = Library.read(Path.of("institutions"));

    static List<String> institutions() {
        return examples().map(Example::institution).distinct().toList();
    }

    private static Stream<Example> examples() {
        return LIBRARY.cases().stream()
                .flatMap(file -> Examples.read(file.name(), file.text()).stream());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("没有不合")
    @MethodSource("institutions")
    void missesNothing(String institution) {
        assertThat(
                        examples()
                                .filter(example -> example.institution().equals(institution))
                                .filter(example -> !CaseRun.run(LIBRARY, example).passed())
                                .findFirst())
                .isEmpty();
    }
}
