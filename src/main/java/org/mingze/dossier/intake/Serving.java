package org.mingze.dossier.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.dossier.Dossier;
import org.mingze.dossier.KeptDossiers;
import org.mingze.dossier.LedgerDrawing;
import org.mingze.dossier.LedgerKind;
import org.mingze.dossier.Saying;
import org.mingze.duty.TodayPage;
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
                        .filter(each -> each.body().filter(body.code()::equals).isPresent())
                        .filter(each -> !each.owed().isEmpty())
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

    private static boolean isOver(Dossier dossier, LocalDate today) {
        return dossier.due().filter(today::isAfter).isPresent();
    }

    private static Row row(Dossier dossier, Saying saying, LocalDate today) {
        String address = "/dossiers/" + dossier.number();
        return new Row(
                new Mark(
                        isOver(dossier, today) ? Mark.Shape.BREACH : Mark.Shape.OPEN,
                        dossier.stage()),
                new Link(LedgerDrawing.title(dossier), address),
                Prose.of(dossier.owed().getFirst().obligation().duty().name()),
                dossier.due().map(saying::left).orElse(Row.Due.NONE),
                Optional.of(Act.small("去办", address)));
    }
}
