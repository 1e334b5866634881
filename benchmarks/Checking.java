import java.nio.file.Path;
import java.util.List;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.Loaded;

/// How long it takes to read and check every institution of the library, cold and warm.
void main() {
    for (int round = 1; round <= 10; round++) {
        long start = System.nanoTime();
        Loaded loaded = InstitutionFiles.read(List.of(Path.of("institutions")));
        IO.println(
                "Checking round %d: %d institutions, %d diagnostics, %.0f ms"
                        .formatted(
                                round,
                                loaded.institutions().size(),
                                loaded.diagnostics().size(),
                                (System.nanoTime() - start) / 1e6));
    }
}
