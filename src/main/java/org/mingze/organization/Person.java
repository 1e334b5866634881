package org.mingze.organization;

/// 人员 — a person by an opaque code; the name may be erased, the code stays.
public record Person(String code, String name) {}
