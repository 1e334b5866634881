package org.mingze.duty.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// 职责门类 — under which word an institution's duties stand where all duties of a county are seen
/// together. It arranges; it decides nothing.
public final class DutyGroups {
    /// For what no line of the list names.
    public static final String OTHER = "其他";

    private static final DutyGroups SHIPPED = shipped();

    private final List<String> names;
    private final Map<String, String> byBeginning;

    private DutyGroups(List<String> names, Map<String, String> byBeginning) {
        this.names = List.copyOf(names);
        this.byBeginning = Map.copyOf(byBeginning);
    }

    /// Those that come with the program.
    public static DutyGroups published() {
        return SHIPPED;
    }

    static DutyGroups read(String text) {
        List<String> names = new ArrayList<>();
        Map<String, String> byBeginning = new TreeMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            int equals = line.indexOf('=');
            if (!line.startsWith("#") && equals > 0) {
                String name = line.substring(0, equals).strip();
                names.add(name);
                for (String beginning : line.substring(equals + 1).strip().split(" +", -1)) {
                    byBeginning.put(beginning, name);
                }
            }
        }
        names.add(OTHER);
        return new DutyGroups(names, byBeginning);
    }

    /// Every group, in the order in which they are shown.
    public List<String> names() {
        return names;
    }

    /// The group of an institution by its 编号: that of the longest beginning.
    public String of(String institution) {
        String beginning = institution;
        while (!beginning.isEmpty()) {
            String name = byBeginning.get(beginning);
            if (name != null) {
                return name;
            }
            beginning = beginning.substring(0, Math.max(0, beginning.lastIndexOf('.')));
        }
        return OTHER;
    }

    private static DutyGroups shipped() {
        try (InputStream file =
                Objects.requireNonNull(
                        DutyGroups.class.getResourceAsStream("/duty/groups.txt"),
                        "duty/groups.txt is missing")) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
