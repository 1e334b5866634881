package org.mingze.report.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.mingze.access.Officer;
import org.mingze.report.ReportReaders;
import org.mingze.report.kept.Handed;
import org.mingze.report.kept.KeptReports;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 查找报告 — reports handed in whose titles hold some words, as far as a post may read them.
@Component
public class FindingReports {
    private final KeptReports kept;

    FindingReports(KeptReports kept) {
        this.kept = kept;
    }

    /// 一份 — a report and where it opens.
    public record Found(String title, String post, LocalDate handedOn, String href) {}

    public List<Found> find(Officer officer, Knowledge known, List<String> words, LocalDate today) {
        return kept.all(officer.county()).stream()
                .filter(report -> words.stream().allMatch(word -> holds(report, word)))
                .filter(
                        report ->
                                ReportReaders.mayRead(
                                        known.organization(),
                                        officer.post().code(),
                                        officer.person(),
                                        report.asked().post(),
                                        today))
                .map(
                        report ->
                                new Found(
                                        report.title(),
                                        report.asked().post(),
                                        ChinaTime.day(report.at()),
                                        "/reports/handed/" + report.id()))
                .toList();
    }

    private static boolean holds(Handed report, String word) {
        return report.title().toLowerCase(Locale.ROOT).contains(word);
    }
}
