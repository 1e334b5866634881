package org.mingze;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// 地址 — which page of the application an address leads to.
final class PageAddresses {
    private final List<PathPattern> patterns;

    PageAddresses(
            Function<Class<RequestMappingHandlerMapping>, RequestMappingHandlerMapping> bean) {
        this.patterns =
                bean.apply(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                        .flatMap(
                                mapping ->
                                        Objects.requireNonNull(mapping.getPathPatternsCondition())
                                                .getPatterns()
                                                .stream())
                        .sorted()
                        .toList();
    }

    /// The pattern of an address without its query; empty for what is no page.
    String of(String href) {
        int question = href.indexOf('?');
        String path = question < 0 ? href : href.substring(0, question);
        if (path.substring(path.lastIndexOf('/') + 1).contains(".")
                && !path.startsWith("/institutions/")
                && !path.startsWith("/duties/")) {
            return "";
        }
        PathContainer container = PathContainer.parsePath(path);
        return patterns.stream()
                .filter(pattern -> pattern.matches(container))
                .findFirst()
                .map(PathPattern::getPatternString)
                .orElse("");
    }
}
