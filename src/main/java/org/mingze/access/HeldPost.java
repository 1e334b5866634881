package org.mingze.access;

/// 所任岗位 — a post that a person holds on the day in question.
public record HeldPost(String code, String name) {}
