package org.mingze.dossier.talks;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Part;
import org.mingze.web.Prose;

/// 谈话登记页 — the steps owed now, what the institutions say of who may decide, and the register.
public record TalksPage(
        Heading heading,
        Part owed,
        List<Rule> rules,
        Optional<Blank> noRules,
        List<Talk> talks,
        Optional<Blank> noTalks,
        String foot) {
    /// 一条 — a rule as one sentence, and the article that says it.
    public record Rule(Link name, String sentence, String article) {}

    /// 一次 — a talk or a letter; whom it was with stands in the record, for those who may read it.
    public record Talk(Link number, String day, String kind, String by, Prose about) {}

    public TalksPage {
        rules = List.copyOf(rules);
        talks = List.copyOf(talks);
    }
}
