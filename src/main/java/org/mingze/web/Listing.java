package org.mingze.web;

import java.util.List;
import java.util.Optional;

/// 清单 — the views above a list, its filters and its pages.
public record Listing(List<View> views, Optional<Filters> filters, Optional<Pager> pager) {
    /// 视图 — one way to look at the list, with how many it holds.
    public record View(String word, String href, String tally, boolean alarming, boolean chosen) {}

    /// 筛选 — a search text and a few menus, sent by GET.
    ///
    /// @param find    what can be searched for, shown in the empty search box
    /// @param entries what is typed beside the menus
    public record Filters(
            String action, String find, String text, List<Menu> menus, List<Entry> entries) {
        public Filters {
            menus = List.copyOf(menus);
            entries = List.copyOf(entries);
        }

        public Filters(String action, String find, String text, List<Menu> menus) {
            this(action, find, text, menus, List.of());
        }
    }

    /// 填的条件 — a line of a filter; `kind` is text or date.
    public record Entry(String name, String label, String kind, String value) {}

    public record Menu(String name, String label, List<Field.Option> options) {}

    /// 翻页 — which lines these are, and the pages before and after; empty where there is none.
    public record Pager(String words, Optional<String> previous, Optional<String> next) {}

    public static final Listing PLAIN = new Listing(List.of(), Optional.empty(), Optional.empty());

    public Listing {
        views = List.copyOf(views);
    }
}
