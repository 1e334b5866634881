package org.mingze.dossier.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingze.dossier.Saying;
import org.mingze.duty.Obligation;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Institution;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;

/// 轮到谁 — what the rotas in force ask for today and in the days that follow.
record Turns(Knowledge known, LocalDate today) {
    private static final int DAYS = 7;
    private static final int SHOWN_MAX = 40;

    Part part() {
        List<Row> rows = verdicts().stream().limit(SHOWN_MAX).map(this::row).toList();
        Part whole = Part.of("turns", "七天内轮到谁", rows);
        return rows.isEmpty()
                ? new Part(
                        whole.id(),
                        whole.heading(),
                        "0",
                        false,
                        Optional.empty(),
                        List.of(),
                        Optional.of(
                                new Blank(
                                        "七天内没有排班",
                                        "施行有排班的制度（按周几检查、按表值班接访）以后，轮到谁、哪一天，列在这里。",
                                        Optional.of(Act.of("看制度", "/institutions")))))
                : whole;
    }

    private List<Verdict> verdicts() {
        Obligations obligations = new Obligations(known, today);
        List<Verdict> verdicts = new ArrayList<>();
        for (String id : known.rules().institutions()) {
            List<Duty> duties =
                    known.rules()
                            .inForce(id, today)
                            .map(Enactment::institution)
                            .map(Institution::duties)
                            .orElse(List.of());
            for (Duty duty : duties) {
                if (duty.form() instanceof DutyForm.Rota) {
                    for (int ahead = 0; ahead < DAYS; ahead++) {
                        Occasion day = Occasion.parse(today.plusDays(ahead).toString());
                        for (Obligation owed : obligations.on(id, duty.number(), day)) {
                            verdicts.add(obligations.judge(owed));
                        }
                    }
                }
            }
        }
        verdicts.sort(Comparator.comparing(verdict -> verdict.due().orElse(LocalDate.MAX)));
        return verdicts.stream().filter(Turns::isTold).toList();
    }

    private static boolean isTold(Verdict verdict) {
        return verdict.standing() != Standing.NOT_APPLICABLE;
    }

    private Row row(Verdict verdict) {
        return new Row(
                mark(verdict.standing()),
                new Link(
                        Sentences.head(verdict, known.organization()),
                        "/institutions/" + verdict.obligation().key().institution()),
                Prose.of(
                        verdict.obligation()
                                .bearer()
                                .map(who -> Saying.of(known, today).who(who.code()))
                                .orElse("未定")),
                verdict.due().map(day -> Saying.of(known, today).left(day)).orElse(Row.Due.NONE),
                Optional.empty());
    }

    private static Mark mark(Standing standing) {
        return switch (standing) {
            case FULFILLED, LATE -> Mark.of(Mark.Shape.DONE);
            case BREACHED -> Mark.of(Mark.Shape.BREACH);
            case OPEN -> Mark.of(Mark.Shape.OPEN);
            case AHEAD -> Mark.of(Mark.Shape.AHEAD);
            case WAIVED -> Mark.of(Mark.Shape.WAIVED);
            case STAYED -> Mark.of(Mark.Shape.STAYED);
            case REVOKED -> Mark.of(Mark.Shape.WITHDRAWN);
            case UNPROVEN -> Mark.of(Mark.Shape.UNKNOWN);
            case INACTIVE, NOT_APPLICABLE -> Mark.of(Mark.Shape.OFF);
            case CONFLICTED -> Mark.of(Mark.Shape.CLASH);
        };
    }
}
