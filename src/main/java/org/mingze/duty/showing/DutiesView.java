package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.DutiesPage;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Part;
import org.mingze.web.Prose;

/// 职责列表的内容 — every duty of a half-year, what is urgent first.
final class DutiesView {
    private static final int ROWS_MAX = 50;
    private static final int HALVES_BACK = 2;

    /// The order in which standings are listed.
    static final List<Standing> ORDER =
            List.of(
                    Standing.BREACHED,
                    Standing.CONFLICTED,
                    Standing.OPEN,
                    Standing.UNPROVEN,
                    Standing.INACTIVE,
                    Standing.STAYED,
                    Standing.LATE,
                    Standing.WAIVED,
                    Standing.FULFILLED,
                    Standing.AHEAD,
                    Standing.REVOKED,
                    Standing.NOT_APPLICABLE);

    /// 所问 — which half-year, which standing (empty for all), which words, which page from 1.
    ///
    /// @param rule institution and duty, whose last year is asked for instead; empty for all
    record Asked(Period half, String standing, String find, int page, String rule) {
        Asked(Period half, String standing, String find, int page) {
            this(half, standing, find, page, "");
        }

        boolean isOfRule() {
            return rule.contains("/");
        }
    }

    private final Owed owed;
    private final Asked asked;

    private DutiesView(Owed owed, Asked asked) {
        this.owed = owed;
        this.asked = asked;
    }

    static DutiesPage of(Owed owed, Asked asked) {
        return new DutiesView(owed, asked).page();
    }

    static String address(Period half, String standing, String find, int page) {
        return "/duties?period="
                + DutyLinks.encoded(Periods.code(half))
                + (standing.isEmpty() ? "" : "&standing=" + DutyLinks.encoded(standing))
                + (find.isEmpty() ? "" : "&find=" + DutyLinks.encoded(find))
                + (page == 1 ? "" : "&page=" + page);
    }

    /// What the page of an institution counts of one of its duties.
    static String ofRule(String institution, String duty) {
        return "/duties?rule=" + DutyLinks.encoded(institution + "/" + duty);
    }

    private String address(String standing, int page) {
        return asked.isOfRule()
                ? "/duties?rule="
                        + DutyLinks.encoded(asked.rule())
                        + (standing.isEmpty() ? "" : "&standing=" + DutyLinks.encoded(standing))
                        + (page == 1 ? "" : "&page=" + page)
                : address(asked.half(), standing, asked.find(), page);
    }

    private List<Verdict> found() {
        if (!asked.isOfRule()) {
            return owed.in(asked.half()).stream().filter(this::isNamed).toList();
        }
        int slash = asked.rule().indexOf('/');
        return owed.on(asked.rule().substring(0, slash), asked.rule().substring(slash + 1));
    }

    private DutiesPage page() {
        List<Verdict> found = found();
        List<Verdict> shown =
                ORDER.stream()
                        .filter(
                                standing ->
                                        asked.standing().isEmpty()
                                                || standing.word().equals(asked.standing()))
                        .flatMap(standing -> standing(found, standing))
                        .toList();
        int from = Math.min((asked.page() - 1) * ROWS_MAX, shown.size());
        int to = Math.min(from + ROWS_MAX, shown.size());
        long breached = standing(found, Standing.BREACHED).count();
        return new DutiesPage(
                new Heading(
                        List.of(
                                new Link(owed.acting().postName(), ""),
                                asked.isOfRule()
                                        ? new Link("近一年", "")
                                        : new Link(Periods.name(asked.half(), LocalDate.MIN), "")),
                        found.size() + "项职责" + (breached == 0 ? "" : "，违" + breached + "项"),
                        Prose.EMPTY,
                        List.of()),
                new Listing(
                        views(found),
                        asked.isOfRule() ? Optional.empty() : Optional.of(filters()),
                        pager(from, to, shown.size())),
                asked.isOfRule()
                        ? Optional.empty()
                        : Optional.of(TodayView.balance(found, asked.half())),
                parts(shown.subList(from, to), found),
                shown.isEmpty() ? Optional.of(blank()) : Optional.empty());
    }

    private boolean isNamed(Verdict verdict) {
        String find = asked.find();
        return find.isEmpty()
                || verdict.obligation().duty().name().contains(find)
                || verdict.obligation().enactment().institution().title().contains(find)
                || Sentences.head(verdict, owed.known().organization()).contains(find);
    }

    private static Stream<Verdict> standing(List<Verdict> verdicts, Standing standing) {
        return verdicts.stream().filter(verdict -> verdict.standing() == standing);
    }

    private List<Listing.View> views(List<Verdict> found) {
        List<Listing.View> views = new ArrayList<>();
        views.add(
                new Listing.View(
                        "全部",
                        address("", 1),
                        String.valueOf(found.size()),
                        false,
                        asked.standing().isEmpty()));
        for (Standing standing : ORDER) {
            long count = standing(found, standing).count();
            if (count > 0 || standing.word().equals(asked.standing())) {
                views.add(
                        new Listing.View(
                                standing.word(),
                                address(standing.word(), 1),
                                String.valueOf(count),
                                standing == Standing.BREACHED,
                                standing.word().equals(asked.standing())));
            }
        }
        return views;
    }

    private Listing.Filters filters() {
        List<Field.Option> halves = new ArrayList<>();
        Period half = Periods.containing(owed.today(), PeriodUnit.HALF_YEAR);
        for (int back = 0; back <= HALVES_BACK; back++) {
            halves.add(
                    new Field.Option(
                            Periods.code(half),
                            half.start().getYear()
                                    + "年"
                                    + (half.start().getMonthValue() < 7 ? "上半年" : "下半年"),
                            half.equals(asked.half())));
            half = Periods.previous(half);
        }
        return new Listing.Filters(
                "/duties", "职责、制度", asked.find(), List.of(new Listing.Menu("period", "期", halves)));
    }

    private Optional<Listing.Pager> pager(int from, int to, int all) {
        if (all == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Listing.Pager(
                        "第" + (from + 1) + "–" + to + "项，共" + all + "项",
                        asked.page() > 1 ? Optional.of(at(asked.page() - 1)) : Optional.empty(),
                        to < all ? Optional.of(at(asked.page() + 1)) : Optional.empty()));
    }

    private String at(int page) {
        return address(asked.standing(), page);
    }

    private List<Part> parts(List<Verdict> shown, List<Verdict> found) {
        DutyRows rows = new DutyRows(owed.known(), owed.today());
        List<Part> parts = new ArrayList<>();
        for (Standing standing : ORDER) {
            List<Verdict> alike = standing(shown, standing).toList();
            if (!alike.isEmpty()) {
                long all = standing(found, standing).count();
                Part part =
                        Part.of(
                                "s-" + standing.name().toLowerCase(java.util.Locale.ROOT),
                                standing.word(),
                                alike.stream().map(rows::row).toList());
                Part counted =
                        new Part(
                                part.id(),
                                part.heading(),
                                String.valueOf(all),
                                standing == Standing.BREACHED,
                                Optional.empty(),
                                part.rows(),
                                Optional.empty());
                parts.add(counted);
            }
        }
        return parts;
    }

    private Blank blank() {
        return asked.standing().isEmpty() && asked.find().isEmpty()
                ? new Blank(
                        "这半年没有职责",
                        "施行的制度里，没有一项落在这个岗位或它的单位。",
                        Optional.of(Act.of("看制度", "/institutions")))
                : new Blank(
                        "没有符合的职责",
                        "换一个状态，或少写几个字。",
                        Optional.of(Act.of("看全部职责", address(asked.half(), "", "", 1))));
    }
}
