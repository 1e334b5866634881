package org.mingze.exchange.conversion;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.mingze.journal.Digest;

/// 表头 — the names of a sheet's columns, where they stand, and what stands above them.
///
/// @param last  the last row of the head; the rows below are records
/// @param names of each column from the first; of several rows joined, 整改/时限; empty for none
/// @param above the title lines
public record Heads(String sheet, int first, int last, List<String> names, List<String> above) {
    /// The column that a file to mend has more.
    public static final String REMEDY = "怎么改";

    public Heads {
        names = List.copyOf(names);
        above = List.copyOf(above);
    }

    /// The same for the same names, whatever the sheet is called.
    public String digest() {
        String joined =
                String.join("\n", names.stream().filter(name -> !name.equals(REMEDY)).toList());
        return Digest.of(joined.strip().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// The year that the title or the sheet's name tells.
    public OptionalInt year() {
        for (String line : above) {
            OptionalInt year = ChineseDay.year(line);
            if (year.isPresent()) {
                return year;
            }
        }
        return ChineseDay.year(sheet);
    }
}
