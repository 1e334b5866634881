package org.mingze.dossier.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.dossier.Dossier;
import org.mingze.dossier.DossierLinks;
import org.mingze.dossier.KeptDossiers;
import org.mingze.dossier.LedgerDrawing;
import org.mingze.dossier.LedgerKind;
import org.mingze.dossier.Saying;
import org.mingze.duty.Occasion;
import org.mingze.duty.TodayPage;
import org.mingze.duty.Verdict;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Act;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.springframework.stereotype.Component;

/// 替上级经办的 — the open petitions of the body that a petition office stands under and acts for: that
/// body owes them, the office does them.
@Component
class Serving implements TodayPage.Told {
    private static final int SHOWN_MAX = 20;

    private final KeptDossiers dossiers;

    Serving(KeptDossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public Optional<Part> of(Knowledge known, Officer officer, LocalDate today) {
        return served(known.organization(), officer.post().code(), today)
                .flatMap(body -> part(known, officer, body, today));
    }

    private static Optional<Body> served(Organization organization, String post, LocalDate today) {
        return organization
                .post(post, today)
                .map(Post::body)
                .flatMap(own -> organization.superior(own, today))
                .filter(
                        body ->
                                Sight.of(organization, post, today)
                                        .does(organization, body.code(), today));
    }

    private Optional<Part> part(Knowledge known, Officer officer, Body body, LocalDate today) {
        List<Dossier> open =
                dossiers
                        .seen(
                                officer.county(),
                                known,
                                LedgerKind.PETITION,
                                today,
                                officer.post().code())
                        .stream()
                        .filter(each -> isOwedBy(each, body, known.organization(), today))
                        .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Saying saying = Saying.of(known, today);
        int beyond = open.size() - SHOWN_MAX;
        return Optional.of(
                new Part(
                        "served",
                        "替" + body.name() + "办的信访",
                        String.valueOf(open.size()),
                        open.stream().anyMatch(each -> isOver(each, today)),
                        beyond > 0
                                ? Optional.of(
                                        new Link("另有" + beyond + "件", LedgerKind.PETITION.path()))
                                : Optional.empty(),
                        open.stream()
                                .limit(SHOWN_MAX)
                                .map(each -> row(each, saying, today))
                                .toList(),
                        Optional.empty()));
    }

    /// What the body itself handles, or a request to look again that it was asked.
    private static boolean isOwedBy(
            Dossier dossier, Body body, Organization organization, LocalDate today) {
        boolean own = dossier.body().filter(body.code()::equals).isPresent();
        return own
                ? !dossier.owed().isEmpty()
                : dossier.owed().stream()
                        .flatMap(verdict -> verdict.obligation().bearer().stream())
                        .anyMatch(
                                who ->
                                        (who.kind() == Value.Reference.Kind.BODY
                                                        ? Optional.of(who.code())
                                                        : organization
                                                                .lastPost(who.code(), today)
                                                                .map(Post::body))
                                                .filter(body.code()::equals)
                                                .isPresent());
    }

    private static boolean isOver(Dossier dossier, LocalDate today) {
        return due(dossier).filter(today::isAfter).isPresent();
    }

    /// Of one that was answered, by when what it still lacks was to be done.
    private static Optional<LocalDate> due(Dossier dossier) {
        return dossier.due().or(() -> dossier.laterOwed().flatMap(Verdict::due));
    }

    private static Row row(Dossier dossier, Saying saying, LocalDate today) {
        String address = "/dossiers/" + dossier.number();
        String place = dossier.isSettled() ? "#" + place(dossier) : "";
        return new Row(
                new Mark(
                        isOver(dossier, today) ? Mark.Shape.BREACH : Mark.Shape.OPEN,
                        dossier.stage()),
                new Link(LedgerDrawing.title(dossier), address),
                Prose.of(dossier.owed().getFirst().obligation().duty().name()),
                due(dossier).map(saying::left).orElse(Row.Due.NONE),
                Optional.of(Act.small("去办", address + place)));
    }

    /// Of one that was answered: the request to look again that is owed, or what a record leaves
    /// out.
    private static String place(Dossier dossier) {
        boolean again =
                dossier.members().stream()
                        .filter(member -> member.type().name().equals(dossier.root().type().name()))
                        .anyMatch(
                                member ->
                                        dossier.owed().getFirst().obligation().occasion()
                                                        instanceof Occasion.OnRecord(long of, var _)
                                                && of == member.number());
        return again ? DossierLinks.AGAIN : DossierLinks.UNFINISHED;
    }
}
