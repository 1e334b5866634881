package org.mingze.web;

/// 静态文件 — the addresses of the style sheet and the scripts; they change with their content.
public record Assets(String styles, String script, String htmx) {}
