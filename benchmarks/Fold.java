import java.util.List;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

void main(String[] arguments) {
    int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
    for (int round = 1; round <= 4; round++) {
        Workload workload = new Workload(5_000, 40, 1, records, 20);
        Knowledge known = new Knowledge(WorkCalendar.published());
        workload.setUp().forEach(known::apply);
        known.rules();
        long clock = 0;
        int entries = 0;
        while (workload.hasNext()) {
            List<Entry> piece = workload.next(50_000);
            long start = System.nanoTime();
            piece.forEach(known::apply);
            clock += System.nanoTime() - start;
            entries += piece.size();
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        IO.println(
                "fold %d: %,d entries/s, %d MB, faults %d"
                        .formatted(
                                round,
                                (long) (entries / (clock / 1e9)),
                                (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000,
                                known.faults().size()));
        java.lang.ref.Reference.reachabilityFence(known);
    }
}
