package org.mingze.web;

/// 链接 — words that lead somewhere.
public record Link(String text, String href) {}
