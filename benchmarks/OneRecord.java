import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Verdict;
import org.mingze.duty.running.Tallies;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

/// One new record or correction to all the verdicts it concerns, with a year of a county known: the
/// entry is taken in, the tallies change, what it concerns is found and judged with its witnesses.
/// OneRecordKept does the same with the database. Arguments: records known, entries measured.
void main(String[] arguments) {
    int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
    int measured = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4_000;
    Workload workload = new Workload(5_000, 40, 1, records, 20);
    Knowledge known = new Knowledge(WorkCalendar.published());
    workload.setUp().forEach(known::apply);
    Tallies tallies = Tallies.over(known);
    List<Entry> last = List.of();
    while (workload.hasNext()) {
        last.forEach(known::apply);
        last = workload.next(25_000);
    }
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long[] wall = new long[last.size()];
    long[] processor = new long[last.size()];
    long verdicts = 0;
    for (int index = 0; index < last.size(); index++) {
        Entry entry = last.get(index);
        LocalDate day = workload.last();
        long wallFrom = System.nanoTime();
        long processorFrom = thread.getCurrentThreadCpuTime();
        known.apply(entry);
        long number = entry.content().text("原").map(Long::parseLong).orElse(entry.number());
        List<Verdict> concerned = tallies.concernedBy(number, day);
        processor[index] = thread.getCurrentThreadCpuTime() - processorFrom;
        wall[index] = System.nanoTime() - wallFrom;
        verdicts += concerned.size();
    }
    int from = Math.max(0, last.size() - measured);
    IO.println(
            ("OneRecord: %,d records known, %,d entries measured after %,d to warm up, %.1f verdicts"
                            + " each: wall %s; processor %s")
                    .formatted(
                            records,
                            last.size() - from,
                            from,
                            (double) verdicts / last.size(),
                            percentiles(wall, from),
                            percentiles(processor, from)));
    IO.println(Meter.machine());
}

static String percentiles(long[] times, int from) {
    long[] sorted = Arrays.copyOfRange(times, from, times.length);
    Arrays.sort(sorted);
    return "median %.2f ms, p99 %.2f ms, longest %.2f ms"
            .formatted(
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 99 / 100] / 1e6,
                    sorted[sorted.length - 1] / 1e6);
}
