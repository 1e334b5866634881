package org.mingze.assessment.scoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.assessment.AssessmentsPage;
import org.mingze.duty.TodayPage;
import org.mingze.web.Act;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 申诉在今日 — the appeals that wait for an answer of the officer.
@Component
class Appealed implements TodayPage.Told {
    private static final int SHOWN_MAX = 20;

    @Override
    public Optional<Part> of(Knowledge known, Officer officer, LocalDate today) {
        List<Row> rows =
                SchemesView.appeals(new Schemes(known, today), officer).stream()
                        .limit(SHOWN_MAX)
                        .map(Appealed::row)
                        .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Part.of("appealed", "等你答复的申诉", rows));
    }

    private static Row row(AssessmentsPage.Appeal appeal) {
        return new Row(
                new Mark(Mark.Shape.OPEN, "待答复"),
                new Link(appeal.score().text() + "，" + appeal.about(), appeal.score().href()),
                appeal.reason(),
                Row.Due.NONE,
                Optional.of(Act.small("答复", appeal.score().href())));
    }
}
