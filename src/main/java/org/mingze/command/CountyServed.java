package org.mingze.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mingze.access.County;
import org.mingze.journal.Journal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// 所服务的县 — the one county of this installation: that which `mingze.county` names, or the
/// first in the database.
@Configuration(proxyBeanMethods = false)
class CountyServed {
    @Bean
    County county(Journal journal, Environment environment) {
        Path home = Path.of(environment.getRequiredProperty("mingze.home"));
        boolean sample =
                Files.exists(home.resolve("sample-passphrase")) || journal.counties().isEmpty();
        return of(journal, environment)
                .map(county -> new County(county.id(), county.name(), sample))
                .orElse(new County(1, "明川县", sample));
    }

    static Optional<Journal.County> of(Journal journal, Environment environment) {
        String wanted = environment.getProperty("mingze.county", "");
        return journal.counties().stream()
                .filter(county -> wanted.isEmpty() || county.name().equals(wanted))
                .findFirst();
    }
}
