package org.mingze.web;

import java.util.Optional;

/// 空白 — why a list is empty, what comes next, and one act.
public record Blank(String why, String next, Optional<Act> act) {}
