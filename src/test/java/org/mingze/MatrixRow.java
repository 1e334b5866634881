package org.mingze;

import java.util.Map;

/// 矩阵的一行 — an address of a route, asked as everybody.
record MatrixRow(Route route, MatrixThing thing, String whose) {
    /// 地址 — one route of the application, by its method.
    record Route(String method, String pattern) {
        boolean acts() {
            return method.equals("POST");
        }
    }

    String row() {
        return "| `"
                + route.method()
                + " "
                + route.pattern().replace("|", "\\|")
                + "` | "
                + whose
                + " |";
    }

    /// The address, with what exists now.
    String path() {
        StringBuilder path = new StringBuilder();
        Map<String, String> given = thing.values().get();
        String pattern = route.pattern();
        int at = 0;
        while (at < pattern.length()) {
            if (pattern.charAt(at) != '{') {
                path.append(pattern.charAt(at++));
                continue;
            }
            int end = closing(pattern, at);
            String variable = pattern.substring(at + 1, end);
            int colon = variable.indexOf(':');
            String name = colon < 0 ? variable : variable.substring(0, colon);
            path.append(given.getOrDefault(name, sample(name, pattern)));
            at = end + 1;
        }
        return path + thing.query();
    }

    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int at = open; at < pattern.length(); at++) {
            depth += pattern.charAt(at) == '{' ? 1 : pattern.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException(pattern);
    }

    /// A value for a variable of an address; one that names nothing, where acting would change what
    /// other tests see.
    private static String sample(String name, String pattern) {
        return switch (name) {
            case "number" ->
                    pattern.startsWith("/duties") || pattern.contains("/topics/")
                            ? "1"
                            : "999999999";
            case "id" ->
                    pattern.startsWith("/institutions")
                            ? "party.centre.group"
                            : "00000000-0000-4000-8000-000000000000";
            case "account" -> "nobody";
            case "kind" -> "rectification";
            case "institution" -> "party.centre.group";
            case "english" -> "Study";
            case "scheme" -> "none";
            case "subject" -> "nobody";
            case "ending" -> pattern.startsWith("/reports") ? "docx" : "csv";
            case "digest" -> "0".repeat(64);
            case "act" -> pattern.startsWith("/administration") ? "release" : "accept";
            case "version" -> "000000000000";
            case "year" -> "2027";
            case "step" -> "votes";
            case "name" -> "none.css";
            case "secret" -> "a".repeat(32);
            case "deed" -> "rename";
            default -> throw new IllegalArgumentException("矩阵不知道给 {" + name + "} 填什么：" + pattern);
        };
    }
}
