package org.mingze.assessment.scoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

/// 申诉集 — appeals against a score, and what was answered to them.
record Appeals(Knowledge known) {
    static final String APPEAL = "申诉";
    static final String REPLY = "申诉答复";

    /// Those of one subject in one period of a scheme, oldest first.
    List<Entry> of(Schemes.Declared declared, Period period, String subject) {
        return known.acts(APPEAL).stream()
                .filter(
                        entry ->
                                is(entry, "编号", declared.institution().id())
                                        && is(entry, "号", declared.scheme().number())
                                        && is(entry, "期", Periods.code(period))
                                        && is(entry, "谁", subject))
                .toList();
    }

    List<Entry> replies(long appeal) {
        return known.acts(REPLY).stream()
                .filter(entry -> is(entry, "件", String.valueOf(appeal)))
                .toList();
    }

    /// Those that nobody answered yet and that the officer may answer, oldest first.
    List<Entry> waiting(Schemes schemes, Officer officer) {
        Sight sight = Sight.of(known.organization(), officer.post().code(), schemes.today());
        return known.acts(APPEAL).stream()
                .filter(entry -> replies(entry.number()).isEmpty())
                .filter(entry -> !entry.recorder().person().equals(officer.person()))
                .filter(entry -> isFor(entry, schemes, sight))
                .toList();
    }

    /// 已答 — an appeal and what was answered to it.
    record Answered(Entry appeal, Entry reply) {}

    /// What was answered since a day to appeals about the officer's own scores, newest first.
    List<Answered> answered(Schemes schemes, Officer officer, LocalDate since) {
        return known.acts(APPEAL).stream()
                .filter(
                        appeal ->
                                schemes.isOwn(
                                        schemes.subject(text(appeal, "谁")), officer.post().code()))
                .flatMap(
                        appeal ->
                                replies(appeal.number()).stream()
                                        .map(reply -> new Answered(appeal, reply)))
                .filter(each -> !ChinaTime.day(each.reply().recordedAt()).isBefore(since))
                .sorted(Comparator.comparingLong(each -> -each.reply().number()))
                .toList();
    }

    private static boolean isFor(Entry entry, Schemes schemes, Sight sight) {
        Period period = Periods.parse(text(entry, "期"));
        return schemes.find(text(entry, "编号"), text(entry, "号"), Optional.of(period))
                .filter(
                        declared ->
                                schemes.mayJudge(
                                        declared, period, schemes.subject(text(entry, "谁")), sight))
                .isPresent();
    }

    static String text(Entry entry, String field) {
        return entry.content().text(field).orElse("");
    }

    private static boolean is(Entry entry, String field, String wanted) {
        return text(entry, field).equals(wanted);
    }
}
