package org.mingze.web;

import java.util.List;

/// 拒绝 — four lines: what cannot be done now, the fact and a way, the article, a button a way out.
public record Refusal(String title, String fact, String basis, List<Act> waysOut) {
    public Refusal {
        waysOut = List.copyOf(waysOut);
    }
}
