package org.mingze.dossier.supervision;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.journal.Digest;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;

/// 抽签 — bodies of a kind below one body, ordered by the digest of the seed and of each code; the
/// first of them are drawn.
///
/// The seed is the root of the county's journal before the draw: nobody chooses it, and whoever
/// has the journal can compute the draw again.
///
/// @param under code of the body below which is drawn
/// @param size  how many entries the journal had when its root was taken as the seed
record Draw(String kind, String under, int count, long size, String root) {
    static final int COUNT_MAX = 50;
    private static final Pattern TEXT =
            Pattern.compile("抽签\\|([^|]+)\\|([^|]+)\\|(\\d{1,3})\\|(\\d{1,18})\\|([0-9a-f]{64})");

    /// 签 — a body and the digest that gives it its place.
    record Lot(String body, String digest) {}

    /// Reads what `text` writes.
    static Optional<Draw> parse(String text) {
        Matcher found = TEXT.matcher(text);
        return found.matches()
                ? Optional.of(
                        new Draw(
                                found.group(1),
                                found.group(2),
                                Integer.parseInt(found.group(3)),
                                Long.parseLong(found.group(4)),
                                found.group(5)))
                : Optional.empty();
    }

    /// What a record of the draw keeps.
    String text() {
        return "抽签|" + kind + "|" + under + "|" + count + "|" + size + "|" + root;
    }

    /// Everybody who could be drawn on a day, in the order of their lots.
    List<Lot> lots(Organization organization, LocalDate day) {
        return organization.subtree(under, day).stream()
                .filter(body -> body.kind().equals(kind))
                .map(Body::code)
                .distinct()
                .map(code -> new Lot(code, digest(code)))
                .sorted(Comparator.comparing(Lot::digest))
                .toList();
    }

    List<String> drawn(Organization organization, LocalDate day) {
        return lots(organization, day).stream().limit(count).map(Lot::body).toList();
    }

    private String digest(String code) {
        return Digest.of((root + "\n" + code).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
