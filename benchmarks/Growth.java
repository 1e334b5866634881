import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.running.Stood;
import org.mingze.duty.running.Sweep;
import org.mingze.duty.running.Tallies;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

/// How cost grows with records, duties, posts and years, one at a time from a middle-sized county:
/// processor time of the thread that enters an entry or judges an obligation, and memory. Each step
/// is timed twice and the less is kept, since the machine may be shared; writes
/// `benchmarks/growth.csv`, of which `GrowthPlots` makes the plots of the manual.
///
/// Memory is what is still used after forced collections, each of them compacting (the option
/// `MarkSweepAlwaysCompactCount`, or dead objects count as used), while all of it is held: the
/// county with its rules and no record, then with all records, corrections and indices, then with
/// the tallies built over them, then with every obligation of the range and where it stands.
static final int RECORDS = 100_000;
static final int DUTIES = 40;
static final int POSTS = 1_000;
static final int TIMES = 2;

void main() throws IOException {
    timed(new Workload(POSTS, DUTIES, 1, 2 * RECORDS, 20));
    List<String> lines = new ArrayList<>();
    lines.add(
            "varied,at,records,duties,posts,years,obligations,microseconds_an_entry,"
                    + "microseconds_an_obligation,bytes_records,bytes_tallies,bytes_standings");
    for (int records : new int[] {25_000, 50_000, 100_000, 200_000, 400_000}) {
        lines.add(least("records", records, records, DUTIES, POSTS, 1));
    }
    for (int duties : new int[] {10, 20, 40, 80, 160}) {
        lines.add(least("duties", duties, RECORDS, duties, POSTS, 1));
    }
    for (int posts : new int[] {125, 250, 500, 1_000, 2_000, 4_000}) {
        lines.add(least("posts", posts, RECORDS, DUTIES, posts, 1));
    }
    for (int years : new int[] {1, 2, 3, 4}) {
        lines.add(least("years", years, 50_000 * years, DUTIES, POSTS, years));
    }
    Files.write(Path.of("benchmarks/growth.csv"), lines);
    IO.println(Meter.machine());
}

/// @param entering microseconds an entry  @param judging microseconds an obligation
record Timed(long obligations, double entering, double judging) {}

/// Bytes held by records, corrections and their indices, by the tallies over them, and by every
/// obligation with where it stands.
record Held(long records, long tallies, long standings) {}

static String least(String varied, int at, int records, int duties, int posts, int years) {
    Timed best = timed(new Workload(posts, duties, years, records, 20));
    for (int time = 1; time < TIMES; time++) {
        Timed again = timed(new Workload(posts, duties, years, records, 20));
        best =
                new Timed(
                        best.obligations(),
                        Math.min(best.entering(), again.entering()),
                        Math.min(best.judging(), again.judging()));
    }
    Held held = held(new Workload(posts, duties, years, records, 20));
    String line =
            String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%d,%d,%d,%d,%.3f,%.4f,%d,%d,%d",
                    varied,
                    at,
                    records,
                    duties,
                    posts,
                    years,
                    best.obligations(),
                    best.entering(),
                    best.judging(),
                    held.records(),
                    held.tallies(),
                    held.standings());
    IO.println("Growth " + line);
    return line;
}

static Timed timed(Workload workload) {
    Knowledge known = new Knowledge(WorkCalendar.published());
    workload.setUp().forEach(known::apply);
    Tallies tallies = Tallies.over(known);
    Meter entering = new Meter();
    long entries = 0;
    while (workload.hasNext()) {
        List<Entry> piece = workload.next(5_000);
        entries += piece.size();
        entering.start();
        piece.forEach(known::apply);
        entering.stop();
    }
    Meter judging = new Meter();
    long[] owed = {0};
    judging.start();
    new Sweep(tallies, workload.after()).each(Workload.FIRST, workload.last(), _ -> owed[0]++);
    judging.stop();
    return new Timed(
            owed[0],
            entering.threadSeconds() * 1e6 / entries,
            judging.threadSeconds() * 1e6 / owed[0]);
}

static Held held(Workload workload) {
    Knowledge known = new Knowledge(WorkCalendar.published());
    workload.setUp().forEach(known::apply);
    known.rules();
    long county = used();
    while (workload.hasNext()) {
        workload.next(5_000).forEach(known::apply);
    }
    long told = used();
    Tallies tallies = Tallies.over(known);
    long tallied = used();
    List<Stood> standings = new ArrayList<>();
    new Sweep(tallies, workload.after()).each(Workload.FIRST, workload.last(), standings::add);
    long stood = used();
    Reference.reachabilityFence(standings);
    Reference.reachabilityFence(tallies);
    Reference.reachabilityFence(known);
    Reference.reachabilityFence(workload);
    return new Held(told - county, tallied - told, stood - tallied);
}

/// Bytes in use after a collection, until two in a row agree.
static long used() {
    long last = -1;
    for (int time = 0; time < 4; time++) {
        System.gc();
        long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        if (Math.abs(now - last) < 100_000) {
            return now;
        }
        last = now;
    }
    return last;
}
