package org.mingze.web;

import java.util.Optional;

/// 再填 — a button inside a form that changes the form and records nothing.
///
/// Written `add:议程`, `remove:议程.2`, `remove:参加=p012`, `show`.
public record Again(Change change, String field, String value) {
    public static final String PARAMETER = "again";

    public enum Change {
        ADD,
        REMOVE,
        SHOW
    }

    public static Optional<Again> parse(String text) {
        if (text.equals("show")) {
            return Optional.of(new Again(Change.SHOW, "", ""));
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String rest = text.substring(colon + 1);
        int equals = rest.indexOf('=');
        String field = equals < 0 ? rest : rest.substring(0, equals);
        String value = equals < 0 ? "" : rest.substring(equals + 1);
        return switch (text.substring(0, colon)) {
            case "add" -> Optional.of(new Again(Change.ADD, field, value));
            case "remove" -> Optional.of(new Again(Change.REMOVE, field, value));
            default -> Optional.empty();
        };
    }

    public static String add(String field) {
        return "add:" + field;
    }

    public static String removeRow(String field, int row) {
        return "remove:" + field + "." + row;
    }

    public static String remove(String field, String value) {
        return "remove:" + field + "=" + value;
    }
}
