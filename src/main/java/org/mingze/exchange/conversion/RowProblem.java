package org.mingze.exchange.conversion;

/// 要改的格 — 格, 写的是, 怎么改.
public record RowProblem(String cell, String written, String remedy) {}
