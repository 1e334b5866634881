package org.mingze.sheet;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which number formats show a date.
final class DayFormats {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.");
    private static final Pattern DAY = Pattern.compile("[yYdD]|[mM].*[年月日]|[年月日]");

    private DayFormats() {}

    static boolean isDay(int id, @Nullable String format) {
        if (format == null || format.isEmpty()) {
            return (id >= 14 && id <= 17)
                    || id == 22
                    || (id >= 27 && id <= 36)
                    || (id >= 50 && id <= 58);
        }
        String plain = QUOTED.matcher(format).replaceAll("");
        return !format.equalsIgnoreCase("General") && DAY.matcher(plain).find();
    }
}
