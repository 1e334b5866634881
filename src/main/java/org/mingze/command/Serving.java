package org.mingze.command;

import java.util.Map;
import org.mingze.MingzeApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// 运行 — the application started with these settings.
public final class Serving {
    private Serving() {}

    public static ConfigurableApplicationContext start(Map<String, Object> settings) {
        return application(settings).run();
    }

    /// The same beans without pages, each made when it is asked for.
    static ConfigurableApplicationContext withoutPages(Map<String, Object> settings) {
        SpringApplication application = application(settings);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        return application.run();
    }

    private static SpringApplication application(Map<String, Object> settings) {
        SpringApplication application = new SpringApplication(MingzeApplication.class);
        application.setDefaultProperties(settings);
        application.setLogStartupInfo(false);
        return application;
    }
}
