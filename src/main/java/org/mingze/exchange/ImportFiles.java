package org.mingze.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The files that were handed in, in `imports` of the home folder.
@Component
class ImportFiles {
    private final Path folder;

    ImportFiles(Environment environment) {
        this.folder = Path.of(environment.getRequiredProperty("mingze.home")).resolve("imports");
    }

    Path keep(int county, UUID id, InputStream file) throws IOException {
        Path kept = file(county, id);
        Files.createDirectories(folder.resolve(Integer.toString(county)));
        Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
        return kept;
    }

    Path file(int county, UUID id) {
        return folder.resolve(Integer.toString(county)).resolve(id.toString());
    }

    void drop(int county, UUID id) throws IOException {
        Files.deleteIfExists(file(county, id));
    }
}
