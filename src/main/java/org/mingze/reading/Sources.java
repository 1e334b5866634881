package org.mingze.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingze.institution.expression.Type;
import org.mingze.reading.review.Find;
import org.mingze.reading.review.Reviewed;
import org.mingze.work.Knowledge;

/// 问题来源 — the county's words for where a problem comes from, and the one that a document tells.
record Sources(List<String> words) {
    /// What a body finds wrong in a document of its own, and nobody is named for, it found itself.
    private static final String OWN = "自查";

    Sources {
        words = List.copyOf(words);
    }

    static Sources of(Knowledge known) {
        return new Sources(
                known.rules()
                        .vocabulary()
                        .recordType("问题")
                        .flatMap(type -> type.typeOf("源"))
                        .flatMap(
                                type ->
                                        type instanceof Type.Choice choice
                                                ? Optional.of(choice.words())
                                                : Optional.empty())
                        .orElse(List.of()));
    }

    /// Where a problem comes from: what a person chose, what its own sentence or else the title of
    /// the document tells, otherwise the body's own look; empty where the county has no word for
    // it.
    String of(Reviewed problem, UnderReview review) {
        String chosen = problem.find().field(Find.SOURCE);
        return chosen.isEmpty()
                ? told(problem, review)
                        .orElseGet(() -> words.stream().filter(OWN::equals).findAny().orElse(""))
                : chosen;
    }

    /// The longest word that is said, as 组织生活会 goes before 会议.
    Optional<String> told(Reviewed problem, UnderReview review) {
        return longest(review.said(problem)).or(() -> longest(review.title()));
    }

    private Optional<String> longest(String text) {
        return words.stream().filter(text::contains).max(Comparator.comparingInt(String::length));
    }
}
