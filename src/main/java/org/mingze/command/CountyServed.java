package org.mingze.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mingze.access.County;
import org.mingze.journal.Journal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// 所服务的县 — the one county of this installation.
@Configuration(proxyBeanMethods = false)
class CountyServed {
    @Bean
    County county(Journal journal, Environment environment) {
        Path home = Path.of(environment.getRequiredProperty("mingze.home"));
        boolean sample =
                Files.exists(home.resolve("sample-passphrase")) || journal.counties().isEmpty();
        return journal.counties().stream()
                .findFirst()
                .map(county -> new County(county.id(), county.name(), sample))
                .orElse(new County(1, "明川县", sample));
    }
}
