package org.mingze.office.packet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

/// 保管期限 — how long records of each type are kept, as the county has set it by acts; open for a
/// type about which nobody said anything.
record Keeping(Map<String, Entry> byType) {
    static final String ACT = "保管期限";

    /// What may be set: 国家档案局令第8号 names these three.
    static final List<String> TERMS = List.of("永久", "30年", "10年");

    Keeping {
        byType = Map.copyOf(byType);
    }

    static Keeping of(Knowledge known) {
        Map<String, Entry> byType = new HashMap<>();
        for (Entry act : known.acts(ACT)) {
            act.content().text("类").ifPresent(type -> byType.put(type, act));
        }
        return new Keeping(byType);
    }

    Optional<String> termOf(String type) {
        return Optional.ofNullable(byType.get(type)).flatMap(act -> act.content().text("限"));
    }
}
