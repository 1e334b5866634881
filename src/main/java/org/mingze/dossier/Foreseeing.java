package org.mingze.dossier;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.access.Officer;
import org.mingze.duty.Refusals;
import org.mingze.journal.Entry;
import org.mingze.web.Field;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;

/// 预知 — the acts open on a dossier that a rule would refuse to this post whatever it typed, since
/// it asks for another's hand; said before anything is written.
///
/// Whoever asks must be alone with what is known, for trying changes it for a moment.
record Foreseeing(DossierView view, Officer officer, Instant now) {
    /// What looks at another's work, or answers what was assigned to one; no other act is tried.
    private static final Set<DossierAct> ANOTHERS =
            Set.of(
                    DossierAct.ACKNOWLEDGEMENT,
                    DossierAct.FEEDBACK,
                    DossierAct.VERIFICATION,
                    DossierAct.CLOSURE,
                    DossierAct.CONCLUSION,
                    DossierAct.RETURN);

    static boolean isUseful(DossierView view) {
        boolean asked = view.isInvolved() || view.dossier().kind() == LedgerKind.ASSIGNMENT;
        return asked && view.open().stream().anyMatch(ANOTHERS::contains);
    }

    Map<DossierAct, Refusal> refused() {
        Map<DossierAct, Refusal> refused = new EnumMap<>(DossierAct.class);
        view.open().stream()
                .filter(ANOTHERS::contains)
                .forEach(act -> refusal(act).ifPresent(why -> refused.put(act, why)));
        return refused;
    }

    private Optional<Refusal> refusal(DossierAct act) {
        Desks desks = view.desks(Map.of(), Optional.empty());
        Map<String, List<String>> typed = new HashMap<>();
        desks.fields(act).forEach(field -> typed.put(field.name(), List.of(any(field))));
        desks.hidden(act).forEach(each -> typed.put(each.name(), List.of(each.value())));
        Attempt tried = new Attempt(act, typed, List.of(), List.of(), Optional.empty());
        Entry entry =
                Entry.of(
                        view.known().size() + 1,
                        view.drafting(officer, ChinaTime.moment(now)).draft(tried),
                        now);
        List<Refusals.Opinion> others =
                view.known().trying(entry, so -> Refusals.of(so, entry)).stream()
                        .filter(Refusals.Opinion::refuses)
                        .filter(opinion -> RefusalBox.asksWho(opinion.verdict()))
                        .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(view.refusals().of(act, others));
    }

    /// Something that may be typed: of choices the first, else a dash.
    private static String any(Field field) {
        return field.control() instanceof Field.Control.Choices(List<Field.Option> options, var _)
                ? options.getFirst().value()
                : "—";
    }
}
