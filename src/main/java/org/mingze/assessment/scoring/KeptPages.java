package org.mingze.assessment.scoring;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// 所存的页 — pages of scores are reckoned again only when the journal has grown or the day changed.
@Component
class KeptPages {
    private static final int KEPT_MAX = 200;

    private final Map<Asked, Object> kept = new LinkedHashMap<>();

    /// 所问之页.
    ///
    /// @param what which page; `post` is whose, empty for a page that is the same for everybody
    record Asked(int county, long size, LocalDate day, String what, String post) {}

    <T> T of(Asked asked, Class<T> type, Supplier<T> page) {
        synchronized (kept) {
            Object before = kept.get(asked);
            if (type.isInstance(before)) {
                return type.cast(before);
            }
        }
        T made = page.get();
        synchronized (kept) {
            if (kept.size() >= KEPT_MAX) {
                kept.clear();
            }
            kept.put(asked, made);
        }
        return made;
    }
}
