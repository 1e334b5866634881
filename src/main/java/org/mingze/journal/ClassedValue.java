package org.mingze.journal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// 分级值 — a value of class 个人 or 涉案, kept apart from its entry, which holds only its commitment.
///
/// @param salt 64 hexadecimal digits, so that a commitment cannot be guessed from likely values
public record ClassedValue(long number, String field, String salt, Content value) {
    private static final int SALT_BYTES = 32;
    private static final Set<String> FIELDS = Set.of("值", "号", "字段", "盐");

    static ClassedValue salted(long number, String field, Content value, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new ClassedValue(number, field, HexFormat.of().formatHex(salt), value);
    }

    /// The values of each entry by their fields.
    static Map<Long, Map<String, Content>> byNumber(List<ClassedValue> values) {
        Map<Long, Map<String, Content>> byNumber = new HashMap<>();
        for (ClassedValue value : values) {
            byNumber.computeIfAbsent(value.number(), _ -> new TreeMap<>())
                    .put(value.field(), value.value());
        }
        return byNumber;
    }

    /// SHA-256 of the salt followed by the canonical text of the value.
    public Digest commitment() {
        return Digest.of(
                HexFormat.of().parseHex(salt),
                CanonicalJson.write(value).getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return CanonicalJson.write(
                new Content.Group(
                        Map.of(
                                "值", value,
                                "号", new Content.Text(Long.toString(number)),
                                "字段", new Content.Text(field),
                                "盐", new Content.Text(salt))));
    }

    /// @throws IllegalArgumentException with a Chinese sentence if the text is no such line
    static ClassedValue parse(String text) {
        if (!(read(text) instanceof Content.Group group)
                || !group.fields().keySet().equals(FIELDS)) {
            throw new IllegalArgumentException("须有且只有 值、号、字段、盐");
        }
        String number = group.text("号").orElse("");
        String salt = group.text("盐").orElse("");
        if (!number.matches("[1-9][0-9]{0,17}") || !salt.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("号须是正整数，盐须是64位十六进制数");
        }
        return new ClassedValue(
                Long.parseLong(number),
                group.text("字段").orElse(""),
                salt,
                group.get("值").orElse(Content.Group.EMPTY));
    }

    private static Content read(String text) {
        try {
            return CanonicalJson.read(text);
        } catch (CanonicalJson.Fault fault) {
            throw new IllegalArgumentException(fault.getMessage(), fault);
        }
    }
}
