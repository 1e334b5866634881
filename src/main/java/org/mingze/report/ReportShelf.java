package org.mingze.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.institution.InstitutionFiles;
import org.springframework.stereotype.Component;

/// 模板架 — templates that are enacted, else those of the library beside the program.
@Component
class ReportShelf {
    private static final Path LIBRARY = Path.of("institutions");

    private final java.util.function.Supplier<List<ReportTemplates.Declared>> library =
            org.springframework.util.function.SingletonSupplier.of(ReportShelf::read);

    /// 取到的模板 — with whether the county has enacted it.
    record Taken(ReportTemplates.Declared template, boolean enacted) {}

    Optional<Taken> take(String post, LocalDate day, AsOf asOf) {
        Optional<ReportTemplates.Declared> enacted =
                ReportTemplates.choose(
                        ReportTemplates.enacted(asOf, day), Optional.empty(), post, asOf);
        return enacted.isPresent()
                ? enacted.map(template -> new Taken(template, true))
                : ReportTemplates.choose(
                                library.get().stream()
                                        .filter(each -> !each.institution().from().isAfter(day))
                                        .toList(),
                                Optional.empty(),
                                post,
                                asOf)
                        .map(template -> new Taken(template, false));
    }

    private static List<ReportTemplates.Declared> read() {
        if (!Files.isDirectory(LIBRARY)) {
            return List.of();
        }
        return InstitutionFiles.read(List.of(LIBRARY)).institutions().stream()
                .flatMap(institution -> ReportTemplates.of(institution).stream())
                .toList()
                .reversed();
    }
}
