package org.mingze;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/// 网页应用 — the modules put together; each module migrates its own schema when the database opens.
@Modulithic(systemName = "明责")
@SpringBootApplication(
        exclude = {FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
public class MingzeApplication {}
