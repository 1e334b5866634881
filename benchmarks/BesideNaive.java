import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Standing;
import org.mingze.duty.naive.NaiveEvaluator;
import org.mingze.duty.running.Sweep;
import org.mingze.duty.running.Tallies;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

/// The naive evaluator, which tries everything, beside the engine on the same scaled-down county: a
/// journal is read from its first entry and every obligation of the year judged once. Both must say
/// the same of every obligation. The naive one is quadratic; the steps show it.
/// Arguments: posts, records at most, rounds.
void main(String[] arguments) {
    int posts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    int most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    for (int round = 1; round <= rounds; round++) {
        for (int records = most / 4; records <= most; records *= 2) {
            compare(posts, records, round);
        }
    }
    IO.println(Meter.machine());
}

static void compare(int posts, int records, int round) {
    Workload workload = new Workload(posts, 40, 1, records, 20);
    List<Entry> journal = new ArrayList<>(workload.setUp());
    journal.addAll(workload.next(2 * records));
    WorkCalendar calendar = WorkCalendar.published();
    LocalDate day = workload.after();
    Meter engine = new Meter();
    engine.start();
    Map<ObligationKey, Standing> said = new HashMap<>();
    Tallies tallies = Tallies.over(Knowledge.of(journal, calendar));
    new Sweep(tallies, day)
            .each(
                    Workload.FIRST,
                    workload.last(),
                    one -> said.put(one.obligation().key(), one.standing()));
    engine.stop();
    Meter naive = new Meter();
    naive.start();
    Map<ObligationKey, Standing> tried = new HashMap<>();
    new NaiveEvaluator(journal, calendar, day)
            .answers(Workload.FIRST, workload.last())
            .forEach((key, answer) -> tried.put(key, answer.standing()));
    naive.stop();
    if (!said.equals(tried)) {
        throw new IllegalStateException("the engine and the naive evaluator differ");
    }
    IO.println(
            ("BesideNaive round %d: %d posts × 40 duties × 12 months, %,d records + %,d corrections,"
                            + " %,d obligations alike: naive %.2f s (%.2f s of processor), engine %.3f s"
                            + " (%.3f s): %.0f times as long in processor time")
                    .formatted(
                            round,
                            posts,
                            records,
                            workload.corrections,
                            said.size(),
                            naive.wallSeconds(),
                            naive.threadSeconds(),
                            engine.wallSeconds(),
                            engine.threadSeconds(),
                            naive.threadSeconds() / engine.threadSeconds()));
}
