package org.mingze.duty.showing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.DutiesPage;
import org.mingze.duty.Naming;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.form.Judging;
import org.mingze.duty.running.FallingDue;
import org.mingze.duty.running.FallingDue.Due;
import org.mingze.duty.running.FallingDue.Stretch;
import org.mingze.duty.running.Sweep;
import org.mingze.duty.running.Tallies;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Sight;

/// 到期职责 — what fell due in a period for every body that a post sees: the list behind a number
/// of the whole county.
final class DueDuties {
    private static final Map<Standing, Integer> RANKS = ranks();

    private static final Comparator<Due> ORDER =
            Comparator.comparingInt((Due due) -> RANKS.getOrDefault(due.stood().standing(), -1))
                    .thenComparing(Due::day)
                    .thenComparing(DueDuties::bearer)
                    .thenComparing(due -> due.stood().obligation().duty().number())
                    .thenComparing(due -> due.stood().obligation().occasion().code())
                    .thenComparing(due -> due.stood().obligation().key().counterpart().orElse(""));

    private static final int ROWS_MAX = 50;
    private static final int RECORDS_MAX = 300;
    private static final long SLICE_NANOS = Duration.ofMillis(40).toNanos();

    private final Tallies tallies;
    private final AsOf asOf;
    private final Sight sight;
    private final Map<String, String> levels = new HashMap<>();

    DueDuties(Tallies tallies, LocalDate today, String post) {
        this.tallies = tallies;
        this.asOf = tallies.asOf(today);
        this.sight = Sight.of(asOf.known().organization(), post, today);
    }

    /// The first of them, in order; of many thousands a page shows fifty.
    private static List<Due> first(List<Due> all, int most) {
        PriorityQueue<Due> first = new PriorityQueue<>(ORDER.reversed());
        for (Due due : all) {
            if (first.size() < most) {
                first.add(due);
            } else if (most > 0 && ORDER.compare(due, first.element()) < 0) {
                first.remove();
                first.add(due);
            }
        }
        return first.stream().sorted(ORDER).toList();
    }

    private static Map<Standing, Integer> ranks() {
        Map<Standing, Integer> ranks = new EnumMap<>(Standing.class);
        DutiesView.ORDER.forEach(standing -> ranks.put(standing, ranks.size()));
        return ranks;
    }

    DutiesPage page(DueAsked asked, List<Due> found) {
        Map<Standing, Long> counts = counts(found);
        List<Due> lets = found.stream().filter(due -> asked.lets(due.stood().standing())).toList();
        int from = Math.min((asked.page() - 1) * ROWS_MAX, lets.size());
        int to = Math.min(from + ROWS_MAX, lets.size());
        List<Due> shown = first(lets, to).subList(from, to);
        return new DutiesPage(
                heading(asked, counts, lets),
                new Listing(
                        views(asked, counts, found.size()),
                        Optional.empty(),
                        pager(asked, from, to, lets.size())),
                Optional.empty(),
                parts(shown, counts),
                shown.isEmpty() ? Optional.of(blank(asked)) : Optional.empty());
    }

    /// What is to be swept for it.
    Deque<Stretch> stretches(DueAsked asked) {
        Deque<Stretch> stretches = new ArrayDeque<>();
        FallingDue.stretches(asOf.known().rules(), asked.period().start(), asked.period().end())
                .stream()
                .filter(asked::lets)
                .forEach(stretches::add);
        return stretches;
    }

    /// Sweeps for a moment, so that who writes need not wait for the whole.
    List<Due> sweep(DueAsked asked, Deque<Stretch> stretches, List<Due> found) {
        Sweep sweep = new Sweep(tallies, asOf.day(), bearers(asked));
        long began = System.nanoTime();
        while (!stretches.isEmpty() && System.nanoTime() - began < SLICE_NANOS) {
            FallingDue.each(
                    sweep,
                    stretches.remove(),
                    asked.period().start(),
                    asked.period().end(),
                    found::add);
        }
        return found;
    }

    /// Those who can owe what is asked for; empty for everybody.
    private Optional<Set<Value.Reference>> bearers(DueAsked asked) {
        if (asked.body().isEmpty() && sight.everything()) {
            return Optional.empty();
        }
        Organization organization = asOf.known().organization();
        Set<Value.Reference> bearers = new HashSet<>();
        for (String body : asked.body().isEmpty() ? sight.bodies() : Set.of(asked.body())) {
            bearers.add(Value.Reference.body(body));
            organization.postsEverIn(body).forEach(post -> bearers.add(Value.Reference.post(post)));
        }
        return Optional.of(bearers);
    }

    /// Those that the post sees and asks for, of whatever standing.
    List<Due> seen(DueAsked asked, List<Due> all) {
        return all.stream().filter(due -> lets(asked, due)).toList();
    }

    private boolean lets(DueAsked asked, Due due) {
        if (!FallingDue.isOwed(due.stood().standing()) || due.body().isEmpty()) {
            return false;
        }
        Body body = due.body().get();
        return sight.sees(body.code())
                && (asked.body().isEmpty() || asked.body().equals(body.code()))
                && (asked.level().isEmpty() || asked.level().equals(level(body)));
    }

    private String level(Body body) {
        return levels.computeIfAbsent(
                body.code(), _ -> FallingDue.level(body, asOf.known().organization(), asOf.day()));
    }

    private Heading heading(DueAsked asked, Map<Standing, Long> counts, List<Due> shown) {
        long judged = judged(counts);
        long kept = counts.getOrDefault(Standing.FULFILLED, 0L);
        List<Link> crumbs = new ArrayList<>();
        crumbs.add(new Link("驾驶舱", "/overview?period=" + code(asked.period())));
        crumbs.add(new Link(DayWords.period(asked.period()), ""));
        for (String word : List.of(where(asked), what(asked))) {
            if (!word.isEmpty()) {
                crumbs.add(new Link(word, ""));
            }
        }
        return new Heading(
                crumbs,
                "到期" + shown.size() + "项职责",
                judged == 0
                        ? Prose.of("没有一项判得出履行与否。")
                        : Prose.of("已判")
                                .reference(
                                        String.valueOf(judged),
                                        asked.standing(DueAsked.JUDGED).address())
                                .words("项，按期履行")
                                .reference(
                                        String.valueOf(kept),
                                        asked.standing(Standing.FULFILLED.word()).address())
                                .words("项，" + FallingDue.percent(kept, judged) + "%。")
                                .and(asked.duty().isEmpty() ? Prose.of("") : written(shown)),
                List.of());
    }

    /// How many records counted for one duty, and where they are listed.
    private Prose written(List<Due> shown) {
        long counted = shown.stream().mapToLong(due -> due.stood().records()).sum();
        Prose words = Prose.of("算了" + counted + "笔记录。");
        return counted == 0 || counted > RECORDS_MAX
                ? words
                : words.reference("逐笔看", "/records/numbers?n=" + numbers(shown)).words("。");
    }

    private String numbers(List<Due> shown) {
        return shown.stream()
                .filter(due -> due.stood().records() > 0)
                .flatMap(due -> Judging.judge(due.stood().obligation(), asOf).counted().stream())
                .map(counted -> String.valueOf(counted.record()))
                .distinct()
                .collect(Collectors.joining(","));
    }

    private String where(DueAsked asked) {
        return asked.body().isEmpty()
                ? asked.level().isEmpty() ? "" : FallingDue.levelName(asked.level())
                : name(asked.body());
    }

    private String what(DueAsked asked) {
        int slash = asked.duty().indexOf('/');
        return slash < 0
                ? asked.group()
                : asOf.known().rules().versions(asked.duty().substring(0, slash)).stream()
                        .flatMap(
                                version ->
                                        version
                                                .institution()
                                                .duty(asked.duty().substring(slash + 1))
                                                .stream())
                        .map(duty -> duty.name())
                        .findFirst()
                        .orElse(asked.duty());
    }

    private static String code(Period period) {
        return DutyLinks.encoded(Periods.code(period));
    }

    private static String bearer(Due due) {
        return due.stood().obligation().bearer().map(Value.Reference::code).orElse("");
    }

    private static Map<Standing, Long> counts(List<Due> found) {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        found.forEach(due -> counts.merge(due.stood().standing(), 1L, Long::sum));
        return counts;
    }

    private static long judged(Map<Standing, Long> counts) {
        return counts.entrySet().stream()
                .filter(each -> FallingDue.isJudged(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static List<Listing.View> views(DueAsked asked, Map<Standing, Long> counts, int all) {
        List<Listing.View> views = new ArrayList<>();
        views.add(view(asked, "全部", "", all));
        views.add(view(asked, DueAsked.JUDGED, DueAsked.JUDGED, judged(counts)));
        views.add(view(asked, DueAsked.UNJUDGED, DueAsked.UNJUDGED, all - judged(counts)));
        for (Standing standing : DutiesView.ORDER) {
            long count = counts.getOrDefault(standing, 0L);
            if (count > 0 || standing.word().equals(asked.standing())) {
                views.add(view(asked, standing.word(), standing.word(), count));
            }
        }
        return views;
    }

    private static Listing.View view(DueAsked asked, String word, String standing, long count) {
        return new Listing.View(
                word,
                asked.standing(standing).address(),
                String.valueOf(count),
                standing.equals(Standing.BREACHED.word()),
                asked.standing().equals(standing));
    }

    private static Optional<Listing.Pager> pager(DueAsked asked, int from, int to, int all) {
        if (all == 0) {
            return Optional.empty();
        }
        int page = asked.page();
        return Optional.of(
                new Listing.Pager(
                        "第" + (from + 1) + "–" + to + "项，共" + all + "项",
                        page > 1 ? Optional.of(asked.page(page - 1).address()) : Optional.empty(),
                        to < all ? Optional.of(asked.page(page + 1).address()) : Optional.empty()));
    }

    private List<Part> parts(List<Due> shown, Map<Standing, Long> counts) {
        DutyRows rows = new DutyRows(asOf.known(), asOf.day());
        Obligations obligations = new Obligations(asOf.known(), asOf.day());
        List<Part> parts = new ArrayList<>();
        for (Standing standing : DutiesView.ORDER) {
            List<Row> alike =
                    shown.stream()
                            .filter(due -> due.stood().standing() == standing)
                            .map(due -> due.stood().obligation())
                            .map(owed -> row(rows, obligations.judge(owed), owed))
                            .toList();
            if (!alike.isEmpty()) {
                parts.add(
                        new Part(
                                "s-" + standing.name().toLowerCase(Locale.ROOT),
                                standing.word(),
                                String.valueOf(counts.getOrDefault(standing, 0L)),
                                standing == Standing.BREACHED,
                                Optional.empty(),
                                alike,
                                Optional.empty()));
            }
        }
        return parts;
    }

    /// As the bearer would see it, under the bearer's name; the act is the bearer's own.
    private Row row(DutyRows rows, Verdict verdict, Obligation owed) {
        Row own = rows.row(verdict);
        String bearer = owed.bearer().map(who -> name(who.code())).orElse("");
        return new Row(
                own.mark(),
                new Link(bearer + "，" + own.title().text(), own.title().href()),
                own.why(),
                own.due(),
                Optional.empty());
    }

    private String name(String code) {
        return Naming.of(asOf.known().organization(), code, asOf.day());
    }

    private static Blank blank(DueAsked asked) {
        return new Blank(
                "没有符合的职责",
                "换一个状态，或回到驾驶舱选别的一格。",
                Optional.of(Act.of("看全部到期职责", asked.standing("").address())));
    }
}
