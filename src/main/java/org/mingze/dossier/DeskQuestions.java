package org.mingze.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.journal.Evidence;
import org.mingze.web.Field;
import org.mingze.web.Field.Control;
import org.mingze.web.Field.Option;

/// 案头之问 — the questions of a desk, each with what was typed before and what stood against it.
record DeskQuestions(Optional<Attempt> attempt) {
    Optional<Attempt> tried(DossierAct act) {
        return attempt.filter(each -> each.act() == act);
    }

    String typed(DossierAct act, String name, String otherwise) {
        return tried(act).map(each -> each.text(name)).orElse(otherwise);
    }

    Field field(
            DossierAct act,
            String name,
            String label,
            boolean required,
            String hint,
            Control control) {
        return new Field(
                name,
                label,
                hint,
                required,
                tried(act).map(each -> each.fault(name)).orElse(""),
                control);
    }

    Field area(DossierAct act, String name, String label, boolean required, String hint) {
        return field(act, name, label, required, hint, new Control.Area(typed(act, name, "")));
    }

    Field line(DossierAct act, String name, String label, String otherwise, String unit) {
        return field(
                act,
                name,
                label,
                true,
                "",
                new Control.Line(typed(act, name, otherwise), "number", unit));
    }

    Field date(DossierAct act, String name, String otherwise) {
        return field(
                act,
                name,
                name,
                act == DossierAct.COMPLETION || act == DossierAct.REPLY,
                "",
                new Control.Line(typed(act, name, otherwise), "date", ""));
    }

    Field menu(DossierAct act, String name, String label, List<Option> options, String otherwise) {
        String chosen = typed(act, name, otherwise);
        List<Option> all = new ArrayList<>();
        all.add(new Option("", "未选", chosen.isEmpty()));
        options.forEach(
                each ->
                        all.add(
                                new Option(
                                        each.value(), each.label(), each.value().equals(chosen))));
        return field(act, name, label, act != DossierAct.MEASURE, "", new Control.Menu(all));
    }

    Field choices(DossierAct act, String name, String label, List<String> words, boolean required) {
        String chosen = typed(act, name, "");
        return field(
                act,
                name,
                label,
                required,
                "",
                new Control.Choices(
                        words.stream()
                                .map(word -> new Option(word, word, word.equals(chosen)))
                                .toList(),
                        false));
    }

    Field files(DossierAct act, boolean required) {
        List<Field.FileKept> kept =
                tried(act).map(Attempt::files).orElse(List.of()).stream()
                        .map(
                                citation ->
                                        new Field.FileKept(
                                                citation,
                                                Evidence.Citation.parse(citation)
                                                        .map(Evidence.Citation::name)
                                                        .orElse(citation),
                                                "已附"))
                        .toList();
        return field(
                act,
                Desks.FILES,
                "佐证",
                required,
                required ? "通过的须至少1份" : act == DossierAct.FEEDBACK ? "已办的须附" : "",
                new Control.Files(kept, true));
    }
}
