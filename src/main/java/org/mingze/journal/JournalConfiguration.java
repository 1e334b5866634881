package org.mingze.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// What the journal keeps in the home folder beside the database: evidence and the signing key.
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {
    @Bean
    Evidence evidence(Environment environment) {
        return new Evidence(home(environment).resolve("evidence"));
    }

    @Bean
    CheckpointKey checkpointKey(Environment environment) throws IOException {
        Path home = home(environment);
        Files.createDirectories(home);
        return CheckpointKey.keptIn(home.resolve("checkpoint.key"), new SecureRandom());
    }

    private static Path home(Environment environment) {
        return Path.of(environment.getRequiredProperty("mingze.home"));
    }
}
