package org.mingze.duty.entering;

import java.util.List;
import org.mingze.duty.Refusals;
import org.mingze.duty.Rejection;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.institution.Basis;
import org.mingze.institution.Duty;
import org.mingze.web.Act;
import org.mingze.web.Refusal;

/// 拒绝的四行 — what cannot be done now, the fact, the article, a way out.
final class RefusalView {
    private RefusalView() {}

    /// The box for these opinions.
    ///
    /// @param deed what was to be done: 记下销号
    public static Refusal of(String deed, List<Refusals.Opinion> opinions, List<Act> waysOut) {
        Refusals.Opinion first = opinions.getFirst();
        Duty duty = first.verdict().obligation().duty();
        List<String> facts =
                opinions.stream()
                        .flatMap(opinion -> opinion.verdict().rejected().stream())
                        .map(Rejection::read)
                        .distinct()
                        .toList();
        List<Act> ways = new java.util.ArrayList<>(waysOut);
        ways.add(
                Act.small(
                        "看条文",
                        DutyLinks.institution(first.verdict().obligation().key().institution())));
        return new Refusal(
                "现在不能" + deed + "：不合“" + duty.name() + "”",
                (facts.isEmpty() ? "条件不合" : String.join("；", facts)) + "。没有入账，已填的都在。",
                article(duty.basis()),
                ways);
    }

    /// 《制度》第n条：原文.
    static String article(Basis basis) {
        return basis.citation() + basis.words().map(words -> "：" + words).orElse("");
    }
}
