package org.mingze.sample;

import java.time.LocalDate;
import java.util.Random;

/// 保管期限 — how long records of each type are kept, set by the county office once a year is over.
final class Keeping {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
    private static final String BASIS = "明委办〔2026〕9号";

    private final County county;
    private final Random random = County.random("保管");

    Keeping(County county) {
        this.county = county;
    }

    void write() {
        for (String line : Pools.lines("keeping")) {
            String[] words = line.split("\\|", -1);
            county.perform(
                    "保管期限",
                    DAY,
                    "mingchuan.xianwei.office",
                    random,
                    Fields.of("类", words[0], "限", words[1], "据", BASIS));
        }
    }
}
