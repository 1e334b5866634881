package org.mingze.web;

import java.util.List;

/// 拒绝 — four lines: what cannot be done now, the fact and a way, the article, a button a way out.
public record Refusal(String title, String fact, String basis, List<Act> waysOut) {
    public Refusal {
        waysOut = List.copyOf(waysOut);
    }

    /// To a form that entered, was gone back to, changed and sent again.
    ///
    /// @param way how what was changed can still be entered
    public static Refusal ofChangedAfterSending(long number, String way, String href) {
        return new Refusal(
                "这张表已经登记为第" + number + "号，后来改的没有登记",
                way,
                "",
                List.of(Act.small("看第" + number + "号", href)));
    }
}
