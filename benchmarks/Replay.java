import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Standing;
import org.mingze.duty.running.Sweep;
import org.mingze.duty.running.Tallies;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

/// Full replay: a journal of records, corrections and back-dated entries is folded from its first
/// entry with the tallies running along, then every obligation of the year is judged. Entries are
/// made in pieces outside the clock. Arguments: records, posts, rounds.
void main(String[] arguments) {
    int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000_000;
    int posts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    for (int round = 1; round <= rounds; round++) {
        System.gc(); // what the round before left behind is not this one's
        Workload workload = new Workload(posts, 40, 1, records, 20);
        Knowledge known = new Knowledge(WorkCalendar.published());
        workload.setUp().forEach(known::apply);
        Tallies tallies = Tallies.over(known);
        Meter fold = new Meter();
        int entries = 0;
        while (workload.hasNext()) {
            List<Entry> piece = workload.next(5_000);
            fold.start();
            piece.forEach(known::apply);
            fold.stop();
            entries += piece.size();
        }
        Meter judge = new Meter();
        Map<Standing, Integer> stood = new EnumMap<>(Standing.class);
        judge.start();
        new Sweep(tallies, workload.after())
                .each(
                        Workload.FIRST,
                        workload.last(),
                        one -> stood.merge(one.standing(), 1, Integer::sum));
        judge.stop();
        IO.println(
                ("Replay round %d: %,d records + %,d corrections × 40 duties × %,d posts × 12 months:"
                                + " fold %.2f s (%.2f s of processor, %.2f s of it without compiler and collector), judge %.2f s (%.2f s),"
                                + " together %.2f s (%.2f s), %,.0f records/s of processor; %d MB; %s;"
                                + " faults %d")
                        .formatted(
                                round,
                                records,
                                entries - records,
                                posts,
                                fold.wallSeconds(),
                                fold.processorSeconds(),
                                fold.threadSeconds(),
                                judge.wallSeconds(),
                                judge.processorSeconds(),
                                fold.wallSeconds() + judge.wallSeconds(),
                                fold.processorSeconds() + judge.processorSeconds(),
                                records / (fold.processorSeconds() + judge.processorSeconds()),
                                Meter.usedMegabytes(),
                                stood,
                                known.faults().size()));
        java.lang.ref.Reference.reachabilityFence(tallies);
    }
    IO.println(Meter.machine());
}
