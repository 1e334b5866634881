package org.mingze.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// 口令 — one-time passphrases that the program makes, and what it refuses of those that people
/// choose.
public final class Passphrases {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int DIFFERENT = 5;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<String> COMMON = common();

    private Passphrases() {}

    /// Four groups of four letters and digits that cannot be mistaken for one another: 79 bits.
    public static String oneTime() {
        return drawn(16);
    }

    /// Groups of four, drawn at random.
    public static String drawn(int length) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < length; index++) {
            text.append(index > 0 && index % 4 == 0 ? "-" : "")
                    .append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /// What is wrong with a passphrase that somebody chose; empty when it can be used.
    public static Optional<String> fault(String chosen, String signInName) {
        String plain = chosen.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        if (chosen.length() < SHORTEST) {
            return Optional.of("写够" + SHORTEST + "个字符，现在是" + chosen.length() + "个。几个不相干的词连起来就好记。");
        }
        if (chosen.length() > LONGEST) {
            return Optional.of("不超过" + LONGEST + "个字符。");
        }
        if (!signInName.isEmpty() && plain.contains(signInName)) {
            return Optional.of("去掉里面的账号。");
        }
        if (plain.chars().distinct().count() < DIFFERENT || isRun(plain)) {
            return Optional.of("换一个：重复或连号的字符一猜就中。");
        }
        if (COMMON.stream()
                .anyMatch(
                        each -> each.length() * 3 >= plain.length() * 2 && plain.contains(each))) {
            return Optional.of("换一个：它由常见口令变来，一猜就中。");
        }
        return Optional.empty();
    }

    /// Each character follows the one before it: 123456789012, abcdefghijkl.
    private static boolean isRun(String plain) {
        int steps = 0;
        for (int index = 1; index < plain.length(); index++) {
            int step = plain.charAt(index) - plain.charAt(index - 1);
            steps += Math.abs(step) == 1 || step == 0 || Math.abs(step) == 9 ? 1 : 0;
        }
        return steps >= plain.length() - 2;
    }

    private static Set<String> common() {
        try (InputStream file =
                Passphrases.class.getResourceAsStream("/access/common-passwords.txt")) {
            if (file == null) {
                throw new IllegalStateException("missing on the class path: common-passwords.txt");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
