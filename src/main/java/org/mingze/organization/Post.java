package org.mingze.organization;

import java.util.List;

/// 岗位 — a post as of one day; people come and go, the post answers.
public record Post(String code, String name, String body, String title, List<String> inChargeOf) {}
