package org.mingze.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.duty.AsOf;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.ReportTemplate;
import org.springframework.stereotype.Component;

/// 模板架 — templates that are enacted, else those of the library beside the program.
@Component
class ReportShelf {
    private static final Path LIBRARY = Path.of("institutions");

    private final java.util.function.Supplier<List<ReportTemplates.Declared>> library =
            org.springframework.util.function.SingletonSupplier.of(ReportShelf::read);

    /// 取到的模板 — with whether the county has enacted it.
    record Taken(ReportTemplates.Declared template, boolean enacted) {}

    /// The template of this number, or without one the first that the post reports by.
    Optional<Taken> take(Optional<String> number, String post, LocalDate day, AsOf asOf) {
        Optional<ReportTemplates.Declared> enacted =
                ReportTemplates.choose(ReportTemplates.enacted(asOf, day), number, post, asOf);
        return enacted.isPresent()
                ? enacted.map(template -> new Taken(template, true))
                : ReportTemplates.choose(shelved(day), number, post, asOf)
                        .map(template -> new Taken(template, false));
    }

    /// Every kind of report, the enacted ones first.
    List<ReportTemplate> kinds(LocalDate day, AsOf asOf) {
        Map<String, ReportTemplate> kinds = new LinkedHashMap<>();
        Stream.concat(ReportTemplates.enacted(asOf, day).stream(), shelved(day).stream())
                .map(ReportTemplates.Declared::template)
                .forEach(template -> kinds.putIfAbsent(template.number(), template));
        return List.copyOf(kinds.values());
    }

    private List<ReportTemplates.Declared> shelved(LocalDate day) {
        return library.get().stream()
                .filter(each -> !each.institution().from().isAfter(day))
                .toList();
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
