package org.mingze.exchange.conversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.journal.Content;

/// 一格多项 — a list of structures in one cell, an item a line: `名：甲；决定：通过`. A line
/// without names fills the field by which such an item is known: the person, or what it is
/// called.
///
/// @param leaf how a single value is read
record StructureCell(Map<String, Type> fields, BiFunction<Type, String, CellConversion.Made> leaf) {
    private static final List<String> NAMES = List.of("名", "题", "文", "述", "组");

    /// Reads the items of a cell.
    CellConversion.Made items(String cell) {
        return shieldedItems(CellMarks.shielded(cell.replace("\r\n", "\n")), "\n｜|");
    }

    private CellConversion.Made shieldedItems(String text, String marks) {
        List<Content> items = new ArrayList<>();
        for (String line : CellMarks.parted(text, marks)) {
            List<String> parts = CellMarks.parted(CellMarks.opened(line), "；;");
            boolean bare = parts.stream().noneMatch(part -> named(part).isPresent());
            CellConversion.Made made = bare ? bare(parts) : item(parts);
            switch (made) {
                case CellConversion.Made.Wrong wrong -> {
                    return wrong;
                }
                case CellConversion.Made.Sound(Content.Series(List<Content> several)) ->
                        items.addAll(several);
                case CellConversion.Made.Sound(Content one) -> items.add(one);
            }
        }
        return new CellConversion.Made.Sound(new Content.Series(items));
    }

    /// The field that a part begins with: 决定：.
    private Optional<String> named(String part) {
        int colon = colon(part);
        return colon < 0
                ? Optional.empty()
                : Optional.of(part.substring(0, colon).strip()).filter(fields::containsKey);
    }

    private static int colon(String part) {
        int wide = part.indexOf('：');
        int narrow = part.indexOf(':');
        return wide < 0 ? narrow : narrow < 0 ? wide : Math.min(wide, narrow);
    }

    private CellConversion.Made item(List<String> parts) {
        Map<String, Content> item = new LinkedHashMap<>();
        for (String part : parts) {
            Optional<String> name = named(part);
            if (name.isEmpty()) {
                return new CellConversion.Made.Wrong(
                        "“"
                                + CellMarks.plain(part)
                                + "”没有说是哪一项，写成"
                                + String.join("、", fields.keySet())
                                + "之一加冒号");
            }
            Type type = fields.getOrDefault(name.get(), Simple.TEXT);
            switch (value(type, part.substring(colon(part) + 1).strip())) {
                case CellConversion.Made.Wrong(String remedy) -> {
                    return new CellConversion.Made.Wrong(name.get() + "：" + remedy);
                }
                case CellConversion.Made.Sound(Content content) -> item.put(name.get(), content);
            }
        }
        return new CellConversion.Made.Sound(new Content.Group(item));
    }

    private CellConversion.Made value(Type type, String shielded) {
        return switch (type) {
            case Type.ListOf(Type.Structure(Map<String, Type> inside)) ->
                    new StructureCell(inside, leaf)
                            .shieldedItems(CellMarks.opened(shielded), "\n｜|");
            case Type.Structure(Map<String, Type> inside) ->
                    new StructureCell(inside, leaf)
                            .item(CellMarks.parted(CellMarks.opened(shielded), "；;"));
            case Type.ListOf(Type element) -> list(element, shielded);
            case Type single -> leaf.apply(single, CellMarks.plain(shielded));
        };
    }

    private CellConversion.Made list(Type element, String shielded) {
        List<Content> items = new ArrayList<>();
        for (String part : CellMarks.parted(CellMarks.opened(shielded), "、")) {
            switch (leaf.apply(element, CellMarks.plain(part))) {
                case CellConversion.Made.Wrong wrong -> {
                    return wrong;
                }
                case CellConversion.Made.Sound(Content content) -> items.add(content);
            }
        }
        return new CellConversion.Made.Sound(new Content.Series(items));
    }

    /// Items of which only the name is written: 张三、李四.
    private CellConversion.Made bare(List<String> parts) {
        Optional<String> known = known();
        if (known.isEmpty()) {
            return new CellConversion.Made.Wrong(
                    "写成" + String.join("：…；", fields.keySet()) + "：…，一行一项");
        }
        Type type = fields.getOrDefault(known.get(), Simple.TEXT);
        List<Content> items = new ArrayList<>();
        for (String part : parts) {
            for (String each : type == Simple.TEXT ? List.of(part) : CellMarks.parted(part, "、")) {
                switch (leaf.apply(type, CellMarks.plain(each))) {
                    case CellConversion.Made.Wrong wrong -> {
                        return wrong;
                    }
                    case CellConversion.Made.Sound(Content content) ->
                            items.add(new Content.Group(Map.of(known.get(), content)));
                }
            }
        }
        return new CellConversion.Made.Sound(new Content.Series(items));
    }

    private Optional<String> known() {
        return fields.entrySet().stream()
                .filter(
                        field ->
                                field.getValue() == Simple.PERSON
                                        || field.getValue() == Simple.POST)
                .map(Map.Entry::getKey)
                .findFirst()
                .or(
                        () ->
                                NAMES.stream()
                                        .filter(name -> fields.get(name) == Simple.TEXT)
                                        .findFirst());
    }
}
