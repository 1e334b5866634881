import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Standing;
import org.mingze.duty.running.Sweep;
import org.mingze.duty.running.Tallies;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.Loaded;
import org.mingze.journal.Entry;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.Rules;

/// A changed rule over a year of a county: the draft's tallies are built from the records, every
/// obligation is judged under the old and the new text, and the transitions are counted; then once
/// more with one number changed by one. Arguments: records, posts, rounds.
void main(String[] arguments) {
    int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
    int posts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    Workload workload = new Workload(posts, 40, 1, records, 20);
    Knowledge known = new Knowledge(WorkCalendar.published());
    List<Entry> setUp = workload.setUp();
    setUp.forEach(known::apply);
    Tallies tallies = Tallies.over(known);
    while (workload.hasNext()) {
        workload.next(50_000).forEach(known::apply);
    }
    for (int round = 1; round <= rounds; round++) {
        simulate(known, tallies, workload, "minutes 30 → 60", workload.rules(1, "60"), round);
        simulate(known, tallies, workload, "at least 1 → 2", workload.rules(2, "30"), round);
    }
    IO.println(Meter.machine());
}

static void simulate(
        Knowledge known, Tallies tallies, Workload workload, String what, String text, int round) {
    Rules draft = draft(known, workload, text);
    Meter meter = new Meter();
    Map<String, Integer> transitions = new TreeMap<>();
    meter.start();
    Tallies assumed = Tallies.over(known.under(draft));
    List<Standing> before = standings(tallies, workload);
    List<Standing> after = standings(assumed, workload);
    for (int index = 0; index < before.size(); index++) {
        transitions.merge(before.get(index) + "→" + after.get(index), 1, Integer::sum);
    }
    assumed.close();
    meter.stop();
    IO.println(
            "ChangedRule round %d, %s: %,d records, %,d obligations, %.2f s (%.2f s of processor): %s"
                    .formatted(
                            round,
                            what,
                            workload.records,
                            before.size(),
                            meter.wallSeconds(),
                            meter.processorSeconds(),
                            transitions));
}

static List<Standing> standings(Tallies tallies, Workload workload) {
    List<Standing> standings = new ArrayList<>();
    new Sweep(tallies, workload.after())
            .each(Workload.FIRST, workload.last(), stood -> standings.add(stood.standing()));
    return standings;
}

static Rules draft(Knowledge known, Workload workload, String text) {
    Loaded loaded =
            InstitutionFiles.read(
                    List.of(
                            new InstitutionFiles.SourceFile("words", workload.vocabulary()),
                            new InstitutionFiles.SourceFile("draft", text)));
    LocalDate longAgo = LocalDate.of(2020, 1, 1);
    return new Rules(
            known.rules().vocabulary(),
            loaded.institutions().stream()
                    .map(read -> new Enactment(read, 0, longAgo, Optional.empty()))
                    .toList(),
            known.rules().settings());
}
