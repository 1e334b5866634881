package org.mingze.dossier.returning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.Naming;
import org.mingze.duty.TodayPage;
import org.mingze.web.Act;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;
import org.mingze.work.WorkRecord;
import org.mingze.work.index.Amendments.Amendment;
import org.springframework.stereotype.Component;

/// 别人改了的 — what another body corrected or took back within a week among the records that tell of
/// one's own body or were entered there, so that a limit does not fall away without a word.
@Component
class ChangedByOthers implements TodayPage.Told {
    private static final int SHOWN_MAX = 10;

    @Override
    public Optional<Part> of(Knowledge known, Officer officer, LocalDate today) {
        return Own.of(known, officer, today).flatMap(own -> part(made(own), known, today));
    }

    private static List<Amendment> made(Own own) {
        return own.known().amendedSince(own.since()).stream()
                .filter(each -> own.isOfAnother(each.entry().recorder()))
                .filter(
                        each ->
                                own.known().records().history(each.record()).stream()
                                        .flatMap(history -> history.states().stream())
                                        .anyMatch(own::concerns))
                .toList();
    }

    private static Optional<Part> part(List<Amendment> made, Knowledge known, LocalDate today) {
        if (made.isEmpty()) {
            return Optional.empty();
        }
        int beyond = made.size() - SHOWN_MAX;
        return Optional.of(
                new Part(
                        "changed",
                        "别的单位七天内改动的",
                        String.valueOf(made.size()),
                        false,
                        beyond > 0
                                ? Optional.of(new Link("另有" + beyond + "笔，在记录里看", "/records"))
                                : Optional.empty(),
                        made.stream()
                                .limit(SHOWN_MAX)
                                .map(each -> row(each, known, today))
                                .toList(),
                        Optional.empty()));
    }

    private static Row row(Amendment made, Knowledge known, LocalDate today) {
        WorkRecord record = known.records().history(made.record()).orElseThrow().current();
        LocalDate day = ChinaTime.day(made.entry().recordedAt());
        String address = "/records/" + made.record();
        return new Row(
                new Mark(Mark.Shape.OPEN, made.entry().kind()),
                new Link(record.type().name() + "：" + RecordTitles.of(record), address),
                Prose.of(
                        "%s%d月%d日%s，因：%s"
                                .formatted(
                                        Naming.of(
                                                known.organization(),
                                                made.entry().recorder().post(),
                                                today),
                                        day.getMonthValue(),
                                        day.getDayOfMonth(),
                                        made.entry().kind(),
                                        made.reason())),
                Row.Due.NONE,
                Optional.of(Act.small("看这一笔", address)));
    }
}
