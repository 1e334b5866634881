package org.mingze.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// 平衡 — every duty of a period in one bar; its key adds up to the whole.
public record Balance(List<Share> shares) {
    /// 份 — how many stand in one state, and where they are listed.
    public record Share(Mark mark, int count, String href) {}

    /// 条 — a share as drawn, in percent of the bar.
    public record Bar(String style, String from, String width) {}

    public Balance {
        shares = shares.stream().filter(share -> share.count() > 0).toList();
    }

    public int total() {
        return shares.stream().mapToInt(Share::count).sum();
    }

    /// The finding for a reader who cannot see the bar.
    public String label() {
        return total()
                + "项："
                + shares.stream()
                        .map(share -> share.mark().word() + share.count())
                        .collect(Collectors.joining("，"));
    }

    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        double from = 0;
        for (Share share : shares) {
            double width = 100.0 * share.count() / total();
            bars.add(
                    new Bar(
                            share.mark().shape().style(),
                            "%.2f%%".formatted(from),
                            "%.2f%%".formatted(width)));
            from += width;
        }
        return bars;
    }
}
