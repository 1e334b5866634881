package org.mingze.report.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.access.Officer;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.report.ReportReaders;
import org.mingze.report.ReportSpan;
import org.mingze.report.ReportTemplates;
import org.mingze.report.kept.Handed;
import org.mingze.report.kept.KeptReports;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Prose;
import org.mingze.web.Tag;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 封存情况 — for whoever reads the reports of others: which are handed in for a period, and which
/// are still to come.
@Controller
class RoundController {
    private static final String ADDRESS = "/reports/round";
    private static final Tag SEALED = new Tag("已封存", Tag.Tone.DONE);
    private static final Tag OPEN = new Tag("未封存", Tag.Tone.WARN);

    private final CountyLedgers ledgers;
    private final KeptReports kept;

    RoundController(CountyLedgers ledgers, KeptReports kept) {
        this.ledgers = ledgers;
        this.kept = kept;
    }

    @GetMapping(ADDRESS)
    ModelAndView round(
            Officer officer, @RequestParam(name = "period", defaultValue = "") String period) {
        LocalDate today = ChinaTime.day(Instant.now());
        ReportSpan span = ReportSpan.chosen(period).orElseGet(() -> ReportSpan.lastHalf(today));
        Map<String, Handed> handed = new LinkedHashMap<>();
        kept.between(officer.county(), span.from(), span.to())
                .forEach(each -> handed.putIfAbsent(each.asked().post(), each));
        Set<String> begun = kept.begun(officer.county(), span.from(), span.to());
        List<RoundPage.Row> rows =
                ledgers.ask(
                        officer.county(),
                        known ->
                                reporting(known, officer, today).stream()
                                        .map(post -> row(known, post, span, handed, begun, today))
                                        .toList());
        return new ModelAndView("report/round", "page", page(span, rows, today));
    }

    private static RoundPage page(ReportSpan span, List<RoundPage.Row> rows, LocalDate today) {
        long done = rows.stream().filter(row -> row.state().equals(SEALED)).count();
        String lede =
                rows.isEmpty()
                        ? ""
                        : rows.size() + "个岗位述职，" + done + "个已封存，" + (rows.size() - done) + "个没有。";
        return new RoundPage(
                new Heading(
                        List.of(new Link("述职报告", "/reports"), new Link("封存情况", "")),
                        "封存情况：" + span.words(today),
                        Prose.of(lede + "封存的打开的是封存时的原样，没有封存的打开的是现在从账上写的。"),
                        List.of()),
                periods(span, today),
                rows,
                rows.isEmpty()
                        ? Optional.of(
                                new Blank(
                                        "归你看的岗位里，没有别的要述职",
                                        "要述职的，是施行的制度里写了述职的岗位；别的岗位的报告，到述职报告里选岗位写。",
                                        Optional.empty()))
                        : Optional.empty());
    }

    private static List<Listing.View> periods(ReportSpan chosen, LocalDate today) {
        List<Listing.View> periods = new ArrayList<>();
        for (ReportSpan span : ReportSpan.usual(today)) {
            periods.add(
                    new Listing.View(
                            span.words(today),
                            ADDRESS + "?period=" + span.value(),
                            "",
                            false,
                            span.equals(chosen)));
        }
        return periods;
    }

    /// The posts of others that report by an enacted template, in the order of their bodies.
    private static List<Post> reporting(Knowledge known, Officer officer, LocalDate today) {
        AsOf asOf = new AsOf(known, today);
        List<ReportTemplates.Declared> templates = ReportTemplates.enacted(asOf, today);
        return ReportReaders.readable(
                        known.organization(), officer.post().code(), officer.person(), today)
                .stream()
                .filter(post -> !post.code().equals(officer.post().code()))
                .filter(
                        post ->
                                ReportTemplates.choose(
                                                templates, Optional.empty(), post.code(), asOf)
                                        .isPresent())
                .toList();
    }

    private static RoundPage.Row row(
            Knowledge known,
            Post post,
            ReportSpan span,
            Map<String, Handed> handed,
            Set<String> begun,
            LocalDate today) {
        Organization organization = known.organization();
        Optional<Handed> sealed = Optional.ofNullable(handed.get(post.code()));
        Handed.Asked asked =
                new Handed.Asked(post.code(), span.from(), span.to(), Optional.empty());
        String holder =
                organization
                        .holder(post.code(), today)
                        .map(person -> Naming.of(organization, person, today))
                        .orElse("空缺");
        return new RoundPage.Row(
                new Link(
                        Naming.of(organization, post.code(), today),
                        sealed.map(each -> "/reports/handed/" + each.id())
                                .orElseGet(() -> "/reports/duty?" + asked.query())),
                holder,
                sealed.isPresent() ? SEALED : OPEN,
                sealed.map(each -> DayWords.day(ChinaTime.day(each.at()), today))
                        .orElse(begun.contains(post.code()) ? "本人的话写过" : "本人的话没写"));
    }
}
