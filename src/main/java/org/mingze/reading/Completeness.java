package org.mingze.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingze.reading.text.Reading;
import org.mingze.reading.text.WordList;

/// 要件 — the parts that a document must have and lacks, and its problems without measure, cause or
/// deadline; the parts of each kind are declared in parts.txt.
record Completeness(Reading reading, String title, String text) {
    private static final Pattern BAR = Pattern.compile(" *[|] *");
    private static final Pattern SPACE = Pattern.compile(" +");

    /// One sentence for each thing that is missing.
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (String line : WordList.lines("parts.txt")) {
            String[] parts = BAR.split(line, -1);
            if (titled(parts[0]) && !has(parts[2])) {
                String sentence = "缺“" + parts[1].strip() + "”。";
                if (!missing.contains(sentence)) {
                    missing.add(sentence);
                }
            }
        }
        addProblems(missing);
        return missing;
    }

    private boolean titled(String words) {
        String head = title + "\n" + text.substring(0, Math.min(120, text.length()));
        for (String word : SPACE.split(words.strip(), -1)) {
            if (List.of(word.split("\\+", -1)).stream().allMatch(head::contains)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(String words) {
        for (String word : SPACE.split(words.strip(), -1)) {
            boolean found =
                    switch (word) {
                        case "=问题" -> !reading.findings().isEmpty();
                        case "=原因" -> !reading.causes().isEmpty();
                        case "=措施" -> !reading.measures().isEmpty();
                        default ->
                                reading.outline().stream()
                                        .anyMatch(heading -> heading.title().contains(word));
                    };
            if (found || (reading.outline().isEmpty() && text.contains(word))) {
                return true;
            }
        }
        return false;
    }

    private void addProblems(List<String> missing) {
        List<Integer> noMeasure = new ArrayList<>();
        List<Integer> noCause = new ArrayList<>();
        List<Integer> noDeadline = new ArrayList<>();
        for (Reading.Link link : reading.links()) {
            int number = link.finding() + 1;
            if (link.measure().isEmpty()) {
                noMeasure.add(number);
            } else if (reading.measures().get(link.measure().getAsInt()).deadline().isEmpty()) {
                noDeadline.add(number);
            }
            if (link.cause().isEmpty()) {
                noCause.add(number);
            }
        }
        add("没有措施", noMeasure, missing);
        add("没有原因", noCause, missing);
        add("措施没有时限", noDeadline, missing);
    }

    private static void add(String what, List<Integer> numbers, List<String> missing) {
        if (!numbers.isEmpty()) {
            List<String> said = numbers.stream().map(String::valueOf).toList();
            missing.add("第" + String.join("、", said) + "个问题" + what + "。");
        }
    }
}
