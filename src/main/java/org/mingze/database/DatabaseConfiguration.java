package org.mingze.database;

import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Opens the database with the application and closes it after everything that uses it.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    Database database(Environment environment) {
        Path home = Path.of(environment.getRequiredProperty("mingze.home"));
        return Database.open(
                home,
                ExternalDatabase.from(name -> Optional.ofNullable(environment.getProperty(name))),
                LOG::info);
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.source();
    }
}
