package org.mingze.assessment.scoring;

import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.assessment.ScorePage;
import org.mingze.calendar.Period;
import org.mingze.duty.assessment.Score;
import org.mingze.journal.Entry;
import org.mingze.web.Field;

/// 得分页的申诉 — those against one score, what was answered, and the forms for both.
final class AppealsView {
    private final Schemes schemes;
    private final Schemes.Declared declared;
    private final Period period;
    private final Score score;
    private final Officer officer;
    private final SentForm sent;
    private final Appeals appeals;

    AppealsView(
            Schemes schemes,
            Schemes.Declared declared,
            Period period,
            Score score,
            Officer officer,
            SentForm sent) {
        this.schemes = schemes;
        this.declared = declared;
        this.period = period;
        this.score = score;
        this.officer = officer;
        this.sent = sent;
        this.appeals = new Appeals(schemes.known());
    }

    /// While one waits no other is asked for; one that was sent all the same keeps its form.
    ///
    /// @param judges whether the officer may answer
    /// @param byHand whether the scheme allows points by hand
    ScorePage.Entries entries(boolean judges, boolean byHand) {
        List<Entry> made = appeals.of(declared, period, Schemes.code(score.subject()));
        List<ScorePage.Entered> lines =
                made.stream().map(entry -> appeal(entry, judges, byHand)).toList();
        boolean own = schemes.isOwn(score.subject(), officer.post().code());
        Optional<Entry> waiting =
                made.stream()
                        .filter(this::isWaiting)
                        .filter(_ -> !sent.is(ScoreView.APPEALS))
                        .findFirst();
        boolean open = own && score.inactive().isEmpty();
        return new ScorePage.Entries(
                lines,
                "没有申诉。被考核的人觉得分算得不对，写明理由；"
                        + schemes.enforcer(declared, period, score.subject())
                                .map(name -> "由" + name + "答复。")
                                .orElse("答复的人不能是他自己。"),
                open && waiting.isEmpty() ? Optional.of(appealForm()) : Optional.empty(),
                waiting.filter(_ -> open)
                        .map(entry -> "第" + entry.number() + "号申诉还在等答复；等答复了，还不服再申诉。")
                        .orElse(""));
    }

    /// Whether the acting post appealed, and nobody answered yet.
    private boolean isWaiting(Entry appeal) {
        return appeal.recorder().post().equals(officer.post().code())
                && appeals.replies(appeal.number()).isEmpty();
    }

    private ScorePage.Form appealForm() {
        SentForm typed = sent.is(ScoreView.APPEALS) ? sent : SentForm.NONE;
        return new ScorePage.Form(
                ScoreView.APPEALS,
                typed.key(),
                "申诉",
                List.of(
                        typed.area("理由", "理由", "哪一项、差在哪里、有哪几笔记录"),
                        typed.line("署名", "署名", "", officer.name(), "text")),
                "");
    }

    private ScorePage.Entered appeal(Entry entry, boolean judges, boolean byHand) {
        List<ScorePage.Entered> replies =
                appeals.replies(entry.number()).stream()
                        .map(
                                reply ->
                                        new ScorePage.Entered(
                                                "entry-" + reply.number(),
                                                Appeals.text(reply, "结论"),
                                                Appeals.text(reply, "理由"),
                                                signed(reply),
                                                List.of(),
                                                Optional.empty()))
                        .toList();
        boolean open =
                replies.isEmpty() && judges && !entry.recorder().person().equals(officer.person());
        return new ScorePage.Entered(
                "entry-" + entry.number(),
                "申诉",
                Appeals.text(entry, "理由"),
                signed(entry),
                replies,
                open ? Optional.of(replyForm(entry.number(), byHand)) : Optional.empty());
    }

    private String signed(Entry entry) {
        return Appeals.text(entry, "署名")
                + "，"
                + SchemeWords.day(entry.occurred().day(), schemes.today())
                + "，第"
                + entry.number()
                + "号";
    }

    private ScorePage.Form replyForm(long appeal, boolean byHand) {
        String number = String.valueOf(appeal);
        SentForm typed =
                sent.is(ScoreView.REPLIES) && sent.text("件").equals(number) ? sent : SentForm.NONE;
        List<Field> fields =
                List.of(
                        typed.choices("结论", "结论", List.of("维持", byHand ? "改分" : "成立")),
                        typed.area(
                                "理由",
                                "理由",
                                byHand ? "维持的写明依据；改分的另记人工分，或更正记录" : "维持的写明依据；成立的写明更正哪几笔记录，分随记录改"),
                        typed.line("署名", "署名", "", officer.name(), "text"));
        return new ScorePage.Form(ScoreView.REPLIES, typed.key(), "答复", fields, number);
    }
}
