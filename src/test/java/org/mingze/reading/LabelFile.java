package org.mingze.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The labels of one text in their short form: a line an item, its first words and, where they
/// stand more than once, which of them (`#2`); resolved here to offsets in the text.
final class LabelFile {
    private static final Map<String, String> FIELDS =
            Map.of(
                    "outline", "outline",
                    "figure", "figures",
                    "problem", "problems",
                    "cause", "causes",
                    "measure", "measures",
                    "duty", "duties",
                    "link", "links",
                    "mechanism", "mechanisms");

    private final String text;
    private final ObjectNode gold = JsonMapper.builder().build().createObjectNode();
    private final Map<String, Integer> numbers = new HashMap<>();

    private LabelFile(String text) {
        this.text = text;
        FIELDS.values().forEach(gold::putArray);
    }

    static ObjectNode read(Path labels, String text) {
        LabelFile file = new LabelFile(text);
        try {
            Files.readAllLines(labels).stream()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .forEach(file::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return file.gold;
    }

    private void add(String line) {
        List<String> cells = List.of(line.split("\t", -1));
        String kind = cells.getFirst();
        ArrayNode items = (ArrayNode) gold.path(FIELDS.getOrDefault(kind, "?" + kind));
        switch (kind) {
            case "mechanism" -> items.add(cells.get(1));
            case "link" -> addLink(cells, items.addObject());
            case "outline" -> {
                ObjectNode item = item(cells, items);
                item.put("level", Integer.parseInt(cells.get(2)));
                item.put("marker", cells.get(3).equals("-") ? "" : cells.get(3));
            }
            case "figure" -> addFigure(cells, item(cells, items));
            default -> addStatement(cells, items);
        }
    }

    private ObjectNode item(List<String> cells, ArrayNode items) {
        ObjectNode item = items.addObject();
        item.put("offset", offset(cells.get(1)));
        return item;
    }

    private static void addFigure(List<String> cells, ObjectNode figure) {
        figure.put("kind", cells.get(2));
        if (cells.get(3).equals("-")) {
            figure.putNull("value");
        } else {
            figure.put("value", Double.parseDouble(cells.get(3)));
        }
        figure.put("unit", cells.get(4).equals("-") ? "" : cells.get(4));
    }

    private void addStatement(List<String> cells, ArrayNode items) {
        numbers.put(cells.get(2), items.size());
        ObjectNode item = item(cells, items);
        for (String stated : cells.subList(3, cells.size())) {
            int equal = stated.indexOf('=');
            item.put(
                    stated.substring(0, equal),
                    stated.substring(equal + 1).replace("\\n", "").strip());
        }
    }

    private void addLink(List<String> cells, ObjectNode link) {
        link.put("problem", number(cells.get(1)).orElseThrow());
        number(cells.get(2)).ifPresent(cause -> link.put("cause", cause));
        number(cells.get(3)).ifPresent(measure -> link.put("measure", measure));
    }

    private Optional<Integer> number(String name) {
        return name.equals("-")
                ? Optional.empty()
                : Optional.of(Optional.ofNullable(numbers.get(name)).orElseThrow());
    }

    private int offset(String cell) {
        int sharp = cell.lastIndexOf('#');
        boolean counted = sharp > 0 && cell.substring(sharp + 1).matches("[0-9]+");
        int times = counted ? Integer.parseInt(cell.substring(sharp + 1)) : 1;
        String words = (counted ? cell.substring(0, sharp) : cell).replace("\\n", "\n");
        int at = -1;
        for (int time = 0; time < times; time++) {
            at = text.indexOf(words, at + 1);
            if (at < 0) {
                throw new IllegalStateException("not in the text: " + cell);
            }
        }
        return at;
    }
}
