package org.mingze.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.mingze.access.Counties;
import org.mingze.access.County;
import org.mingze.journal.Journal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// 所服务的县 — every county in the database, or the one that `mingze.county` names.
@Configuration(proxyBeanMethods = false)
class CountyServed {
    static final String WANTED = "mingze.county";

    @Bean
    Counties counties(Journal journal, Environment environment) {
        Path home = Path.of(environment.getRequiredProperty("mingze.home"));
        return () -> {
            List<Journal.County> all = journal.counties();
            return wanted(all, environment).stream()
                    .map(
                            county ->
                                    new County(
                                            county.id(),
                                            county.name(),
                                            isSample(home, all, county)))
                    .toList();
        };
    }

    static List<Journal.County> of(Journal journal, Environment environment) {
        return wanted(journal.counties(), environment);
    }

    private static List<Journal.County> wanted(List<Journal.County> all, Environment environment) {
        String wanted = environment.getProperty(WANTED, "");
        return all.stream()
                .filter(county -> wanted.isEmpty() || county.name().equals(wanted))
                .toList();
    }

    /// The sample is loaded only where there is nothing yet, so it is the first.
    static boolean isSample(Path home, List<Journal.County> all, Journal.County county) {
        return all.getFirst().id() == county.id()
                && Files.exists(home.resolve(FirstStart.PASSPHRASE_FILE));
    }

    static String names(List<Journal.County> counties) {
        return counties.stream().map(Journal.County::name).collect(Collectors.joining("、"));
    }
}
