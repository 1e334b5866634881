package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.DutiesPage;
import org.mingze.duty.Naming;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.running.DutyGroups;
import org.mingze.duty.running.FallingDue;
import org.mingze.duty.running.FallingDue.Due;
import org.mingze.duty.running.FallingDue.Stretch;
import org.mingze.duty.running.Sweep;
import org.mingze.duty.running.Tallies;
import org.mingze.organization.Body;
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
    private static final int ROWS_MAX = 50;

    private final Tallies tallies;
    private final AsOf asOf;
    private final Sight sight;

    DueDuties(Tallies tallies, LocalDate today, String post) {
        this.tallies = tallies;
        this.asOf = tallies.asOf(today);
        this.sight = Sight.of(asOf.known().organization(), post, today);
    }

    /// 所问 — which of them; empty text means any.
    ///
    /// @param duty     institution and number, 编号/号
    /// @param standing a standing, or 已判 for those that a rate counts
    record Asked(
            Period period,
            String level,
            String body,
            String group,
            String duty,
            String standing,
            int page) {
        static final String JUDGED = "已判";

        static Asked of(Map<String, String> typed, Period period) {
            String page = typed.getOrDefault("page", "1");
            return new Asked(
                    period,
                    typed.getOrDefault("level", ""),
                    typed.getOrDefault("body", ""),
                    typed.getOrDefault("group", ""),
                    typed.getOrDefault("duty", ""),
                    typed.getOrDefault("standing", ""),
                    page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1);
        }

        Asked standing(String word) {
            return new Asked(period, level, body, group, duty, word, 1);
        }

        Asked page(int number) {
            return new Asked(period, level, body, group, duty, standing, number);
        }

        String address() {
            return "/duties/due?period="
                    + DutyLinks.encoded(Periods.code(period))
                    + part("level", level)
                    + part("body", body)
                    + part("group", group)
                    + part("duty", duty)
                    + part("standing", standing)
                    + (page == 1 ? "" : "&page=" + page);
        }

        private static String part(String name, String value) {
            return value.isEmpty() ? "" : "&" + name + "=" + DutyLinks.encoded(value);
        }

        boolean lets(Stretch stretch) {
            String institution = stretch.version().institution().id();
            String number = institution + "/" + stretch.duty().number();
            return (duty.isEmpty() || duty.equals(number))
                    && (group.isEmpty() || group.equals(DutyGroups.published().of(institution)));
        }

        boolean lets(Standing stood) {
            return standing.isEmpty()
                    || standing.equals(stood.word())
                    || (standing.equals(JUDGED) && FallingDue.isJudged(stood));
        }
    }

    DutiesPage page(Asked asked) {
        List<Due> found = found(asked);
        List<Due> shown =
                found.stream()
                        .filter(due -> asked.lets(due.stood().standing()))
                        .sorted(
                                Comparator.comparingInt(
                                                (Due due) ->
                                                        DutiesView.ORDER.indexOf(
                                                                due.stood().standing()))
                                        .thenComparing(Due::day))
                        .toList();
        int from = Math.min((asked.page() - 1) * ROWS_MAX, shown.size());
        int to = Math.min(from + ROWS_MAX, shown.size());
        return new DutiesPage(
                heading(asked, found, shown),
                new Listing(views(asked, found), Optional.empty(), pager(asked, from, to, shown)),
                Optional.empty(),
                parts(shown.subList(from, to), shown),
                shown.isEmpty() ? Optional.of(blank(asked)) : Optional.empty());
    }

    private List<Due> found(Asked asked) {
        Sweep sweep = new Sweep(tallies, asOf.day());
        LocalDate from = asked.period().start();
        LocalDate to = asked.period().end();
        List<Due> found = new ArrayList<>();
        for (Stretch stretch : FallingDue.stretches(asOf.known().rules(), from, to)) {
            if (asked.lets(stretch)) {
                FallingDue.each(
                        sweep,
                        stretch,
                        from,
                        to,
                        due -> {
                            if (lets(asked, due)) {
                                found.add(due);
                            }
                        });
            }
        }
        return found;
    }

    private boolean lets(Asked asked, Due due) {
        Optional<Body> body =
                due.stood().standing() == Standing.NOT_APPLICABLE
                        ? Optional.empty()
                        : FallingDue.body(due, asOf).filter(at -> sight.sees(at.code()));
        return body.isPresent()
                && (asked.body().isEmpty() || asked.body().equals(body.get().code()))
                && (asked.level().isEmpty() || asked.level().equals(level(body.get())));
    }

    private String level(Body body) {
        return FallingDue.level(body, asOf.known().organization(), asOf.day());
    }

    private Heading heading(Asked asked, List<Due> found, List<Due> shown) {
        long judged = count(found, Asked.JUDGED);
        long kept =
                found.stream().filter(due -> due.stood().standing() == Standing.FULFILLED).count();
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
                                        asked.standing(Asked.JUDGED).address())
                                .words("项，按期履行")
                                .reference(
                                        String.valueOf(kept),
                                        asked.standing(Standing.FULFILLED.word()).address())
                                .words("项，" + FallingDue.percent(kept, judged) + "%。"),
                List.of());
    }

    private String where(Asked asked) {
        return asked.body().isEmpty()
                ? asked.level().isEmpty() ? "" : asked.level() + "级"
                : name(asked.body());
    }

    private String what(Asked asked) {
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

    private static long count(List<Due> found, String word) {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        found.forEach(due -> counts.merge(due.stood().standing(), 1L, Long::sum));
        return counts.entrySet().stream()
                .filter(
                        each ->
                                word.equals(Asked.JUDGED)
                                        ? FallingDue.isJudged(each.getKey())
                                        : each.getKey().word().equals(word))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static List<Listing.View> views(Asked asked, List<Due> found) {
        List<Listing.View> views = new ArrayList<>();
        views.add(view(asked, "全部", "", found.size()));
        views.add(view(asked, Asked.JUDGED, Asked.JUDGED, count(found, Asked.JUDGED)));
        for (Standing standing : DutiesView.ORDER) {
            long count = count(found, standing.word());
            if (count > 0 || standing.word().equals(asked.standing())) {
                views.add(view(asked, standing.word(), standing.word(), count));
            }
        }
        return views;
    }

    private static Listing.View view(Asked asked, String word, String standing, long count) {
        return new Listing.View(
                word,
                asked.standing(standing).address(),
                String.valueOf(count),
                standing.equals(Standing.BREACHED.word()),
                asked.standing().equals(standing));
    }

    private static Optional<Listing.Pager> pager(Asked asked, int from, int to, List<Due> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int page = asked.page();
        return Optional.of(
                new Listing.Pager(
                        "第" + (from + 1) + "–" + to + "项，共" + all.size() + "项",
                        page > 1 ? Optional.of(asked.page(page - 1).address()) : Optional.empty(),
                        to < all.size()
                                ? Optional.of(asked.page(page + 1).address())
                                : Optional.empty()));
    }

    private List<Part> parts(List<Due> shown, List<Due> all) {
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
                                String.valueOf(count(all, standing.word())),
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

    private static Blank blank(Asked asked) {
        return new Blank(
                "没有符合的职责",
                "换一个状态，或回到驾驶舱选别的一格。",
                Optional.of(Act.of("看全部到期职责", asked.standing("").address())));
    }
}
