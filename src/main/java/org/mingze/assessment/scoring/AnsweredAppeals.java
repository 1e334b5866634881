package org.mingze.assessment.scoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.assessment.AssessmentsPage;
import org.mingze.duty.TodayPage;
import org.mingze.journal.Entry;
import org.mingze.web.Act;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 答复了的申诉 — what was answered within a week to appeals about one's own score.
@Component
class AnsweredAppeals implements TodayPage.Told {
    private static final int DAYS = 7;
    private static final int SHOWN_MAX = 20;

    @Override
    public Optional<Part> of(Knowledge known, Officer officer, LocalDate today) {
        Schemes schemes = new Schemes(known, today);
        List<Row> rows =
                new Appeals(known)
                        .answered(schemes, officer, today.minusDays(DAYS - 1)).stream()
                                .limit(SHOWN_MAX)
                                .map(answered -> row(schemes, answered))
                                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(Part.of("answered", "申诉的答复", rows));
    }

    private static Row row(Schemes schemes, Appeals.Answered answered) {
        AssessmentsPage.Appeal appeal = SchemesView.appeal(schemes, answered.appeal());
        Entry reply = answered.reply();
        Link score = appeal.score();
        String said =
                Appeals.text(reply, "理由")
                        + "（"
                        + Appeals.text(reply, "署名")
                        + "，"
                        + SchemeWords.day(reply.occurred().day(), schemes.today())
                        + "）";
        return new Row(
                new Mark(Mark.Shape.OPEN, Appeals.text(reply, "结论")),
                new Link(score.text() + "，" + appeal.about(), score.href()),
                Prose.of(said),
                Row.Due.NONE,
                Optional.of(Act.small("看答复", score.href() + "#entry-" + reply.number())));
    }
}
