package org.mingze.report.kept;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.calendar.Period;
import org.mingze.calendar.PeriodUnit;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.TodayPage;
import org.mingze.duty.showing.DayWords;
import org.mingze.report.ReportTemplates;
import org.mingze.report.ReportWords;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 写着的述职报告 — said beside today's duties to a post that reports: its figures are there already,
/// and whether its holder has written what only he can.
@Component
class ReportInProgress implements TodayPage.Noted {
    private final KeptReports kept;

    ReportInProgress(KeptReports kept) {
        this.kept = kept;
    }

    @Override
    public Optional<TodayPage.SideNote> of(Knowledge known, Officer officer, LocalDate today) {
        AsOf asOf = new AsOf(known, today);
        String post = officer.post().code();
        boolean reports =
                ReportTemplates.choose(
                                ReportTemplates.enacted(asOf, today), Optional.empty(), post, asOf)
                        .isPresent();
        return reports
                ? Optional.of(note(kept.writing(officer.county(), post), post, today))
                : Optional.empty();
    }

    private static TodayPage.SideNote note(
            Optional<KeptReports.Writing> writing, String post, LocalDate today) {
        Period half = Periods.containing(today, PeriodUnit.HALF_YEAR);
        Handed.Asked asked =
                writing.map(KeptReports.Writing::asked)
                        .orElseGet(
                                () ->
                                        new Handed.Asked(
                                                post, half.start(), half.end(), Optional.empty()));
        String own = writing.map(each -> own(each, today)).orElse("数已从账上写好，本人的话还没有写。");
        return new TodayPage.SideNote(
                "我的述职报告",
                ReportWords.period(asked.from(), asked.to()),
                Prose.of(own),
                Optional.of(new Link("接着写", "/reports/duty?" + asked.query())));
    }

    private static String own(KeptReports.Writing writing, LocalDate today) {
        return writing.handed()
                .map(at -> DayWords.day(ChinaTime.day(at), today) + "封存了。")
                .orElseGet(
                        () ->
                                "本人的话"
                                        + DayWords.day(ChinaTime.day(writing.at()), today)
                                        + "写过，还没有封存。");
    }
}
