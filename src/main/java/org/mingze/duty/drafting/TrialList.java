package org.mingze.duty.drafting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.duty.Naming;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Standing;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.duty.simulation.Simulation;
import org.mingze.institution.Duty;
import org.mingze.institution.wording.RuleWording;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.work.Sight;

/// 试行一览 — what a cell of the matrix counts, or all that change, a page at a time.
final class TrialList {
    private static final int LINES_MAX = 40;
    private static final String HERE = "#list";

    private final Simulation simulation;
    private final SetOtherwise draft;
    private final Sight sight;
    private final Asked asked;
    private final RuleWording wording;

    TrialList(Simulation simulation, SetOtherwise draft, Sight sight, Asked asked) {
        this.simulation = simulation;
        this.draft = draft;
        this.sight = sight;
        this.asked = asked;
        this.wording = draft.wording();
    }

    /// @param address of the trial with the range that is tried
    /// @param cell    the transition asked for, in words; empty for all that change
    record Asked(String address, String cell, int page) {}

    static String word(Optional<Standing> standing) {
        return standing.map(Standing::word).orElse("无此事项");
    }

    private static String cell(Optional<Standing> before, Optional<Standing> after) {
        return word(before) + "-" + word(after);
    }

    String address(Optional<Standing> before, Optional<Standing> after) {
        return asked.address() + "&cell=" + DutyLinks.encoded(cell(before, after)) + HERE;
    }

    boolean isChosen(Optional<Standing> before, Optional<Standing> after) {
        return asked.cell().equals(cell(before, after));
    }

    TrialPage.Listed page() {
        List<Simulation.Change> ofCell = ofCell();
        boolean whole = ofCell.isEmpty();
        List<Simulation.Change> all = whole ? changing() : ofCell;
        int from = Math.min((asked.page() - 1) * LINES_MAX, Math.max(all.size() - 1, 0));
        int to = Math.min(from + LINES_MAX, all.size());
        return new TrialPage.Listed(
                whole ? "会变的" : asked.cell().replace("-", "→"),
                all.size(),
                whole ? Optional.empty() : Optional.of(new Link("看全部会变的", asked.address() + HERE)),
                all.subList(from, to).stream().map(this::change).toList(),
                new Listing(List.of(), Optional.empty(), pager(whole, from, to, all.size())));
    }

    private List<Simulation.Change> ofCell() {
        return Stream.concat(simulation.changes().stream(), simulation.same().stream())
                .filter(change -> isChosen(change.before(), change.after()))
                .toList();
    }

    private List<Simulation.Change> changing() {
        return simulation.changes().stream()
                .sorted(Comparator.comparing(Simulation.Change::isNewBreach).reversed())
                .toList();
    }

    private Optional<Listing.Pager> pager(boolean whole, int from, int to, int all) {
        if (all <= LINES_MAX) {
            return Optional.empty();
        }
        String list = asked.address() + (whole ? "" : "&cell=" + DutyLinks.encoded(asked.cell()));
        return Optional.of(
                new Listing.Pager(
                        "第" + (from + 1) + "–" + to + "项，共" + all + "项",
                        from > 0
                                ? Optional.of(list + "&page=" + (asked.page() - 1) + HERE)
                                : Optional.empty(),
                        to < all
                                ? Optional.of(list + "&page=" + (asked.page() + 1) + HERE)
                                : Optional.empty()));
    }

    /// There is a page to open of what the rules in force know and the post sees.
    private TrialPage.Change change(Simulation.Change change) {
        boolean opens = change.before().isPresent() && sight.sees(body(change.key().bearer()));
        return new TrialPage.Change(
                new Link(who(change.key()), opens ? DutyLinks.page(change.key()) : ""),
                draft.text().duty(change.key().duty()).map(wording::of).orElse(""),
                word(change.before()),
                word(change.after()),
                change.saidBefore(),
                change.saidAfter());
    }

    private String body(String bearer) {
        return organization().post(bearer, simulation.asked().to()).map(Post::body).orElse(bearer);
    }

    String who(ObligationKey key) {
        LocalDate day = simulation.asked().to();
        String covered =
                key.counterpart()
                        .map(codes -> "对" + Naming.each(organization(), codes, day))
                        .orElse("");
        String duty = draft.text().duty(key.duty()).map(Duty::name).orElse(key.duty());
        return name(key.bearer()) + covered + " · " + duty + " · " + key.occasion();
    }

    String name(String code) {
        return code.isEmpty() ? "主体未填" : Naming.of(organization(), code, simulation.asked().to());
    }

    private Organization organization() {
        return draft.known().organization();
    }
}
