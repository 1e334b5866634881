package org.mingze.duty.drafting;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 草案 — the text of an institution that somebody is writing; nothing owes anything by it.
///
/// @param person who began it and writes it
record KeptDraft(UUID id, String text, String person, Instant savedAt) {
    private static final Pattern TITLE = Pattern.compile("(?m)^制度:[ \\t]*(\\S.*)$");
    private static final Pattern ID = Pattern.compile("(?m)^编号:[ \\t]*([a-z0-9.]+)");
    private static final Pattern FROM =
            Pattern.compile("(?m)^施行:\\s*\\{?\\s*自:\\s*(\\d{4}-\\d{2}-\\d{2})");

    String title() {
        return first(TITLE, "没有写名的草案");
    }

    /// 编号, empty while it is not written.
    String institution() {
        return first(ID, "");
    }

    /// 施行.自 as it is written, empty while it is not.
    String from() {
        return first(FROM, "");
    }

    private String first(Pattern pattern, String otherwise) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1).strip() : otherwise;
    }
}
