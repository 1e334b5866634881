package org.mingze.duty.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.institution.InstitutionFiles.SourceFile;

/// Every mutant of the parameters and duties of an institution file.
final class Mutants {
    private static final Pattern HEAD =
            Pattern.compile("^ +- \\{?号: '?([^,}']+)'?.*|^  ([\\p{L}]\\S*): .*");

    private final SourceFile file;
    private final String[] lines;
    private final String name;
    private final List<Mutant> found = new ArrayList<>();
    private final Map<String, Integer> times = new HashMap<>();

    private Mutants(SourceFile file) {
        this.file = file;
        this.lines = file.text().split("\n", -1);
        this.name = id(file.text()) + "@" + key("自: (\\d{4}-\\d\\d-\\d\\d)", file.text());
    }

    static List<Mutant> of(SourceFile file) {
        Mutants mutants = new Mutants(file);
        mutants.read();
        return mutants.found;
    }

    static String id(String text) {
        return key("(?m)^编号: (\\S+)$", text);
    }

    private static String key(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private void read() {
        boolean mutated = false;
        Optional<String> block = Optional.empty();
        for (int index = 0; index < lines.length; index++) {
            String line = lines[index];
            if (!line.isEmpty() && !line.startsWith(" ") && !line.startsWith("#")) {
                mutated = line.startsWith("职责:") || line.startsWith("参数:");
                block = Optional.empty();
            }
            Matcher head = HEAD.matcher(line);
            if (mutated && head.matches()) {
                block = Optional.of(head.group(1) == null ? head.group(2) : head.group(1));
            }
            if (mutated && block.isPresent() && !line.strip().startsWith("#")) {
                mutate(index, block.get());
            }
        }
    }

    private void mutate(int index, String block) {
        for (Mutation mutation : Mutation.of(lines[index])) {
            String what = name + " " + block + " " + mutation.told(lines[index]);
            int nth = times.merge(what, 1, Integer::sum);
            String[] copy = lines.clone();
            copy[index] = mutation.apply(lines[index]);
            found.add(
                    new Mutant(file, nth == 1 ? what : what + " 之" + nth, String.join("\n", copy)));
        }
    }
}
