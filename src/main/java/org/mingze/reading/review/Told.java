package org.mingze.reading.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 文中所说 — what a document tells of a measure in the terms of the journal, so that nobody need say
/// it again; what a person wrote instead goes before it.
///
/// @param holders the name of who holds each post, by the code of the post
/// @param posts   the name of each post, by its code
/// @param after   the last day that the document reports of
public record Told(Map<String, String> holders, Map<String, String> posts, LocalDate after) {
    public Told {
        holders = Map.copyOf(holders);
        posts = Map.copyOf(posts);
    }

    /// The post that answers; empty where the text names none, or more than one.
    public String owner(Reviewed measure) {
        return byPerson(measure)
                ? measure.find().field(Find.OWNER)
                : owner(measure.find().field(Find.SAID_OWNER)).orElse("");
    }

    /// Named by the holder's name, or by the end of the post's name.
    Optional<String> owner(String said) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        List<String> named =
                holders.entrySet().stream()
                        .filter(holder -> said.contains(holder.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (named.isEmpty()) {
            named =
                    posts.entrySet().stream()
                            .filter(post -> post.getValue().endsWith(said))
                            .map(Map.Entry::getKey)
                            .toList();
        }
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /// As a day of the calendar; empty where no day is meant.
    public String deadline(Reviewed measure) {
        return byPerson(measure)
                ? measure.find().field(Find.DEADLINE)
                : SaidDay.of(measure.find().field(Find.SAID_DEADLINE), after)
                        .map(LocalDate::toString)
                        .orElse("");
    }

    /// Whether a person filled in the fields of a find.
    public static boolean byPerson(Reviewed find) {
        return find.decision()
                .map(Decision::act)
                .filter(act -> act == Decision.Act.CORRECTED || act == Decision.Act.ADDED)
                .isPresent();
    }
}
