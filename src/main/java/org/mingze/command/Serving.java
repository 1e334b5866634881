package org.mingze.command;

import java.util.Map;
import org.mingze.MingzeApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// 运行 — the application started with these settings.
public final class Serving {
    private Serving() {}

    public static ConfigurableApplicationContext start(Map<String, Object> settings) {
        SpringApplication application = new SpringApplication(MingzeApplication.class);
        application.setDefaultProperties(settings);
        application.setLogStartupInfo(false);
        return application.run();
    }
}
