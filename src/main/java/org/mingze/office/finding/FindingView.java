package org.mingze.office.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.access.Officer;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.dossier.DossierLinks;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.report.finding.FindingReports;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Prose;
import org.mingze.web.Tag;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;
import org.mingze.work.search.RecordSearch;

/// 查找页的内容.
final class FindingView {
    private static final int PAGE = 20;
    private static final int FEW = 5;
    private static final List<String> KINDS = List.of("", "记录", "台账", "制度", "报告");

    /// 所问 — empty texts mean any.
    ///
    /// @param type   a record type
    /// @param period a period by its code
    record Asked(String words, String kind, String type, String period, int page) {
        String address(String otherKind, int otherPage) {
            return "/search?words="
                    + DutyLinks.encoded(words)
                    + "&kind="
                    + DutyLinks.encoded(otherKind)
                    + "&type="
                    + DutyLinks.encoded(type)
                    + "&period="
                    + DutyLinks.encoded(period)
                    + "&page="
                    + otherPage;
        }
    }

    private final Knowledge known;
    private final Officer officer;
    private final LocalDate today;
    private final Asked asked;

    FindingView(Knowledge known, Officer officer, LocalDate today, Asked asked) {
        this.known = known;
        this.officer = officer;
        this.today = today;
        this.asked = asked;
    }

    /// Before anything is asked, or when what is asked is too short.
    FindingPage asking() {
        boolean blank = asked.words().isEmpty();
        return page(
                "查找",
                List.of(),
                List.of(),
                Listing.PLAIN,
                Optional.of(
                        blank
                                ? new Blank(
                                        "写两个字就能找",
                                        "找得到记录、台账里的件、制度和条文、封存的报告。几个词之间空一格，每个词都要有。",
                                        Optional.empty())
                                : new Blank(
                                        "“" + asked.words() + "”太短",
                                        "至少写两个相连的汉字，或一个完整的数字、英文词。",
                                        Optional.empty())));
    }

    FindingPage found(RecordSearch search, FindingReports reports) {
        List<String> words = RecordSearch.words(asked.words());
        Sight sight = Sight.of(known.organization(), officer.post().code(), today);
        RecordSearch.Hits all =
                search.find(officer.county(), known, sight, question(Set.of(), 0, 0));
        List<FindingPage.Found> institutions =
                isTimed() ? List.of() : FindingInstitutions.of(known, today, words);
        List<FindingPage.Found> handed =
                isTimed()
                        ? List.of()
                        : reports.find(officer, known, words, today).stream()
                                .map(this::report)
                                .toList();
        Set<String> types = types();
        RecordSearch.Hits shown =
                search.find(
                        officer.county(),
                        known,
                        sight,
                        question(types, (asked.page() - 1) * PAGE, PAGE));
        int ledger = inLedgers(all);
        List<Integer> tallies =
                List.of(
                        all.count() + institutions.size() + handed.size(),
                        all.count() - ledger,
                        ledger,
                        institutions.size(),
                        handed.size());
        List<FindingPage.Group> groups = new ArrayList<>();
        add(groups, "institutions", "制度", institutions);
        add(groups, "reports", "报告", handed);
        if (!asked.kind().equals("制度") && !asked.kind().equals("报告") && shown.count() > 0) {
            groups.add(
                    new FindingPage.Group(
                            "records",
                            places(shown),
                            tally(shown),
                            shown.shown().stream().map(this::record).toList(),
                            Optional.empty()));
        }
        return page(
                title(tallies.getFirst(), all.exact()),
                views(tallies, all.exact()),
                groups,
                new Listing(List.of(), Optional.empty(), pager(shown)),
                groups.isEmpty() ? Optional.of(nothing()) : Optional.empty());
    }

    private String title(int count, boolean exact) {
        return count == 0
                ? "没有找到“" + asked.words() + "”"
                : "“" + asked.words() + "”" + (exact ? "" : "至少") + count + "处";
    }

    private boolean isTimed() {
        return !asked.period().isEmpty() || !asked.type().isEmpty();
    }

    private Set<String> types() {
        if (!asked.type().isEmpty()) {
            return Set.of(asked.type());
        }
        if (asked.kind().equals("台账")) {
            return DossierLinks.recordTypes();
        }
        Set<String> types = new TreeSet<>();
        if (asked.kind().equals("记录")) {
            types.addAll(known.rules().vocabulary().recordTypes().keySet());
            types.removeAll(DossierLinks.recordTypes());
        }
        return types;
    }

    private RecordSearch.Asked question(Set<String> types, int offset, int limit) {
        Set<String> within = asked.type().isEmpty() ? types : Set.of(asked.type());
        return new RecordSearch.Asked(asked.words(), within, period(), offset, limit);
    }

    private Optional<Period> period() {
        try {
            return asked.period().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Periods.parse(asked.period()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private void add(
            List<FindingPage.Group> groups, String id, String kind, List<FindingPage.Found> found) {
        boolean alone = asked.kind().equals(kind);
        if (found.isEmpty() || (!alone && !asked.kind().isEmpty()) || asked.page() > 1) {
            return;
        }
        boolean more = !alone && found.size() > FEW;
        groups.add(
                new FindingPage.Group(
                        id,
                        kind,
                        String.valueOf(found.size()),
                        more ? found.subList(0, FEW) : found,
                        more
                                ? Optional.of(
                                        new Link("全部" + found.size() + "处", asked.address(kind, 1)))
                                : Optional.empty()));
    }

    private FindingPage.Found record(RecordSearch.Hit hit) {
        WorkRecord record = hit.record();
        String body = WorkRecords.body(record, known);
        String name = body.isEmpty() ? "" : "，" + Naming.of(known.organization(), body, today);
        String own = "/records/" + record.number();
        RecordSearch.Place place = hit.place();
        return new FindingPage.Found(
                new Link(
                        RecordTitles.of(record),
                        DossierLinks.page(new AsOf(known, today), record.number()).orElse(own)),
                hit.withdrawn() ? List.of(new Tag("已撤销", Tag.Tone.WARN)) : List.of(),
                Around.of(place.field(), place.text(), place.word()),
                record.type().name()
                        + name
                        + "，"
                        + DayWords.day(record.day(), today)
                        + "，第"
                        + record.number()
                        + "号");
    }

    private FindingPage.Found report(FindingReports.Found report) {
        return new FindingPage.Found(
                new Link(report.title(), report.href()),
                List.of(),
                Around.of("题名", report.title(), RecordSearch.words(asked.words()).getFirst()),
                "报告，"
                        + Naming.of(known.organization(), report.post(), today)
                        + "，"
                        + DayWords.day(report.handedOn(), today)
                        + "封存");
    }

    private static int inLedgers(RecordSearch.Hits hits) {
        return hits.byType().entrySet().stream()
                .filter(each -> DossierLinks.recordTypes().contains(each.getKey()))
                .mapToInt(each -> each.getValue())
                .sum();
    }

    /// Where the records stand that were found, in the words of the tabs.
    private static String places(RecordSearch.Hits shown) {
        int ledger = inLedgers(shown);
        return ledger == 0 ? "记录" : ledger == shown.count() ? "台账" : "记录和台账";
    }

    private static String tally(RecordSearch.Hits shown) {
        return (shown.exact() ? "" : "至少") + shown.count();
    }

    private Blank nothing() {
        return new Blank(
                "你看得到的里面没有",
                "换一个词，或去掉类和时间。个人、涉案的内容不进查找，到那一件里看。",
                Optional.of(Act.of("看全部记录", "/records")));
    }

    private List<Listing.View> views(List<Integer> tallies, boolean exact) {
        List<Listing.View> views = new ArrayList<>();
        for (int at = 0; at < KINDS.size(); at++) {
            String kind = KINDS.get(at);
            boolean counted = exact || at > 2;
            views.add(
                    new Listing.View(
                            kind.isEmpty() ? "全部" : kind,
                            asked.address(kind, 1),
                            tallies.get(at) + (counted ? "" : "+"),
                            false,
                            kind.equals(asked.kind())));
        }
        return views;
    }

    private Optional<Listing.Pager> pager(RecordSearch.Hits shown) {
        if (shown.shown().isEmpty() || shown.count() <= PAGE) {
            return Optional.empty();
        }
        int from = (asked.page() - 1) * PAGE;
        int to = from + shown.shown().size();
        return Optional.of(
                new Listing.Pager(
                        "第" + (from + 1) + "–" + to + "笔，共" + tally(shown) + "笔",
                        asked.page() > 1
                                ? Optional.of(asked.address(asked.kind(), asked.page() - 1))
                                : Optional.empty(),
                        to < shown.count()
                                ? Optional.of(asked.address(asked.kind(), asked.page() + 1))
                                : Optional.empty()));
    }

    private FindingPage page(
            String title,
            List<Listing.View> views,
            List<FindingPage.Group> groups,
            Listing listing,
            Optional<Blank> blank) {
        return new FindingPage(
                new Heading(List.of(), title, Prose.EMPTY, List.of()),
                asked.words(),
                asked.kind(),
                views,
                List.of(
                        new Listing.Menu("type", "类", typeOptions()),
                        new Listing.Menu("period", "时间", periodOptions())),
                groups,
                listing,
                blank);
    }

    private List<Field.Option> typeOptions() {
        List<Field.Option> types = new ArrayList<>();
        types.add(new Field.Option("", "全部", asked.type().isEmpty()));
        for (String name : known.rules().vocabulary().recordTypes().keySet()) {
            types.add(new Field.Option(name, name, name.equals(asked.type())));
        }
        return types;
    }

    private List<Field.Option> periodOptions() {
        List<Field.Option> periods = new ArrayList<>();
        periods.add(new Field.Option("", "全部", asked.period().isEmpty()));
        Period month = Periods.containing(today, PeriodUnit.MONTH);
        Period half = Periods.containing(today, PeriodUnit.HALF_YEAR);
        Period year = Periods.containing(today, PeriodUnit.YEAR);
        for (Period period :
                List.of(
                        month,
                        Periods.previous(month),
                        half,
                        Periods.previous(half),
                        year,
                        Periods.previous(year))) {
            String code = Periods.code(period);
            periods.add(
                    new Field.Option(
                            code,
                            Periods.name(period, LocalDate.MIN),
                            code.equals(asked.period())));
        }
        return periods;
    }
}
