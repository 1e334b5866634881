package org.mingze.duty.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.duty.Refusals;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

/// 跑例 — builds the journal of a case, enters what happens line by line, and asks what must hold.
public final class CaseRun {
    private CaseRun() {}

    /// Every case of a library whose file, institution or name holds the filter.
    public static List<Outcome> all(Library library, String filter) {
        List<Outcome> outcomes = new ArrayList<>();
        for (var file : library.cases()) {
            try {
                for (Example example : Examples.read(file.name(), file.text())) {
                    if (matches(example, filter)) {
                        outcomes.add(run(library, example));
                    }
                }
            } catch (ExampleFault fault) {
                outcomes.add(unreadable(file.name(), fault));
            }
        }
        return outcomes;
    }

    /// The cases that a library has of one institution, run against these texts of it.
    public static List<Outcome> of(Library library, String institution, List<String> texts) {
        List<Outcome> outcomes = new ArrayList<>();
        Library enacted = library.enacting(institution, texts);
        for (var file : library.cases()) {
            if (!file.text().contains("制度: " + institution)) {
                continue;
            }
            try {
                Examples.read(file.name(), file.text()).stream()
                        .filter(example -> example.isOf(institution))
                        .filter(example -> !library.playsUnderAnother(example, texts))
                        .map(example -> run(enacted, example))
                        .forEach(outcomes::add);
            } catch (ExampleFault fault) {
                outcomes.add(unreadable(file.name(), fault));
            }
        }
        return outcomes;
    }

    private static boolean matches(Example example, String filter) {
        return example.file().contains(filter)
                || example.institution().contains(filter)
                || example.name().contains(filter);
    }

    private static Outcome unreadable(String file, ExampleFault fault) {
        Example example =
                new Example(file, 0, "", false, "", List.of(), List.of(), List.of(), List.of());
        return new Outcome(
                example, List.of(new Outcome.Miss(0, "例文可读", String.valueOf(fault.getMessage()))));
    }

    public static Outcome run(Library library, Example example) {
        try {
            return new Outcome(example, misses(library, example));
        } catch (ExampleFault fault) {
            return new Outcome(
                    example,
                    List.of(
                            new Outcome.Miss(
                                    example.line(), "例文可读", String.valueOf(fault.getMessage()))));
        }
    }

    private static List<Outcome.Miss> misses(Library library, Example example) {
        Played played = play(library, example);
        Expectations expectations =
                new Expectations(
                        example, played.journal(), played.opinions(), played.stage().calendar());
        return example.then().stream().map(expectations::check).flatMap(Optional::stream).toList();
    }

    /// 已演 — a case whose lines have all happened.
    record Played(Stage stage, List<Entry> journal, Map<Long, List<Refusals.Opinion>> opinions) {}

    static Played play(Library library, Example example) {
        Stage stage = new Stage();
        new SettingUp(example.file(), stage, library, example.institution())
                .run(givenLines(library, example));
        Knowledge known = new Knowledge(stage.calendar());
        stage.entries().forEach(known::apply);
        List<Entry> journal = new ArrayList<>(stage.entries());
        Map<Long, List<Refusals.Opinion>> opinions = new HashMap<>();
        Acts acts = new Acts(example.file(), stage, library, example.institution());
        for (Example.Line line : example.when()) {
            Entry entry = acts.read(line);
            known.apply(entry);
            List<Refusals.Opinion> raised = Refusals.of(known, entry);
            opinions.put(entry.number(), raised);
            if (raised.stream().anyMatch(Refusals.Opinion::refuses)) {
                known = Knowledge.of(journal, stage.calendar());
            } else {
                journal.add(entry);
            }
        }
        if (!known.faults().isEmpty()) {
            throw new ExampleFault(
                    example.file(), example.line(), String.join("；", known.faults()));
        }
        return new Played(stage, journal, opinions);
    }

    private static List<Example.Line> givenLines(Library library, Example example) {
        List<Example.Line> lines = new ArrayList<>();
        for (String block : example.blocks()) {
            String text =
                    library.block(block)
                            .orElseThrow(
                                    () ->
                                            new ExampleFault(
                                                    example.file(),
                                                    example.line(),
                                                    "没有名为“" + block + "”的设块"))
                            .text();
            int number = 0;
            for (String line : text.split("\n", -1)) {
                number++;
                if (!line.isBlank() && !line.strip().startsWith("#")) {
                    lines.add(new Example.Line(number, line.strip()));
                }
            }
        }
        lines.addAll(example.given());
        return lines;
    }
}
