package org.mingze.web;

import java.util.List;

/// 拒绝 — four lines: what cannot be done now, the fact and a way, the article, a button a way out.
public record Refusal(String title, String fact, String basis, List<Act> waysOut) {
    public Refusal {
        waysOut = List.copyOf(waysOut);
    }

    /// To a form that entered, was gone back to, changed and sent again.
    ///
    /// @param again what sends it once more: 记下
    public static Refusal ofChangedAfterSending(long number, String again, String href) {
        return new Refusal(
                "这张表已经登记为第" + number + "号，后来改的没有登记",
                "改那一笔，用更正；另记一笔，再按一次" + again + "。",
                "",
                List.of(Act.small("看第" + number + "号", href)));
    }
}
