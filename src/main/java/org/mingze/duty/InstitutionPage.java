package org.mingze.duty;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Act;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Notice;
import org.mingze.web.Prose;
import org.mingze.web.Tag;

/// 制度页 — the words of the articles and beside each the duties that it makes.
///
/// @param id   编号: what its acts are addressed to; empty where there are none
/// @param ended   the act that suspended or repealed it
/// @param endings what the reader may do: suspend, repeal, resume
/// @param cases   what came of them; empty until they are run
/// @param file the institution file as it was enacted, shown as text; empty to leave it out
public record InstitutionPage(
        String id,
        Heading heading,
        List<Tag> tags,
        Optional<Notice> ended,
        List<Link> endings,
        String tally,
        List<Clause> clauses,
        Optional<List<Case>> cases,
        List<Version> versions,
        List<Fact> parameters,
        Prose appliesTo,
        List<Fact> basis,
        String file) {
    /// 条文 — an article and what it obliges.
    ///
    /// @param article 第六条; empty where the source names none
    public record Clause(String article, String words, List<Owes> duties) {
        public Clause {
            duties = List.copyOf(duties);
        }
    }

    /// 职责 — a duty in the tool's words, and how it stands.
    ///
    /// @param off the mark and reason when it cannot run yet
    public record Owes(
            String name, List<Tag> tags, String says, Prose standing, Optional<Off> off) {
        public Owes {
            tags = List.copyOf(tags);
        }
    }

    public record Off(Mark mark, String why, Optional<Act> act) {}

    /// 例 — what is given, what happens and what must follow, and whether it does now.
    ///
    /// @param misses what the engine answers instead; empty for a case that holds
    public record Case(String name, List<Tag> tags, List<Part> parts, List<String> misses) {
        public Case {
            tags = List.copyOf(tags);
            parts = List.copyOf(parts);
            misses = List.copyOf(misses);
        }

        public boolean holds() {
            return misses.isEmpty();
        }
    }

    /// 设, 当 or 则 and its lines.
    public record Part(String name, String lines) {}

    /// 版本.
    public record Version(Link day, Tag state, Prose note, boolean shown) {}

    public InstitutionPage {
        tags = List.copyOf(tags);
        endings = List.copyOf(endings);
        clauses = List.copyOf(clauses);
        cases = cases.map(List::copyOf);
        versions = List.copyOf(versions);
        parameters = List.copyOf(parameters);
        basis = List.copyOf(basis);
    }
}
