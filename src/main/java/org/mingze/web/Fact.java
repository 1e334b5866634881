package org.mingze.web;

/// 项目 — a name and what stands under it.
public record Fact(String name, Prose value) {
    public static Fact of(String name, String value) {
        return new Fact(name, Prose.of(value));
    }
}
