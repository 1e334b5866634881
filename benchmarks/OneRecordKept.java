import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mingze.command.Serving;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.Verdict;
import org.mingze.duty.running.Tallies;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Journal;
import org.mingze.work.CountyLedgers;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// One new record or correction to all the verdicts it concerns, with a year of a county in the
/// database: checked, put to the institutions, written durably to the journal and the rows, taken
/// in, and what it concerns judged. Beside it the verdicts alone, and a bare durable transaction of
/// one row. The first rounds warm up a server that has just loaded its records. Arguments: records
/// in the database, entries a round.
static final int ROUNDS = 5;

void main(String[] arguments) throws Exception {
    int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
    int measured = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4_000;
    Path home = Files.createTempDirectory(Path.of("target"), "bench-home");
    try (ConfigurableApplicationContext context =
            Serving.start(
                    Map.of("mingze.home", home.toAbsolutePath().toString(), "server.port", "0"))) {
        Journal journal = context.getBean(Journal.class);
        EnteringRecord entering = context.getBean(EnteringRecord.class);
        CountyLedgers ledgers = context.getBean(CountyLedgers.class);
        Workload workload = new Workload(5_000, 40, 1, records, 20);
        List<Entry> setUp = workload.setUp();
        int county =
                context.getBean(TransactionTemplate.class).execute(_ -> founded(journal, setUp));
        long left = records + workload.corrections - (long) ROUNDS * measured;
        while (left > 0) {
            List<Entry> piece = workload.next((int) Math.min(1_000, left));
            left -= piece.size();
            enterTogether(entering, county, piece);
        }
        Tallies tallies = ledgers.ask(county, Tallies::over);
        for (int round = 1; round <= ROUNDS; round++) {
            IO.println(
                    "OneRecordKept, round %d: %,d records in the database: %s; bare transaction %s"
                            .formatted(
                                    round,
                                    records,
                                    measure(
                                            entering,
                                            ledgers,
                                            county,
                                            workload.next(measured),
                                            tallies,
                                            workload.last()),
                                    bare(context, measured)));
        }
    }
    IO.println(Meter.machine());
}

static int founded(Journal journal, List<Entry> setUp) {
    int county = journal.createCounty("基准县", setUp.getFirst().recordedAt()).id();
    journal.append(
            county,
            setUp.stream().map(entry -> draft(entry)).toList(),
            setUp.getLast().recordedAt());
    return county;
}

static Draft draft(Entry entry) {
    return new Draft(
            entry.kind(), entry.occurred(), entry.recorder(), EntryMode.REPORTED, entry.content());
}

static void enterTogether(EnteringRecord entering, int county, List<Entry> piece) {
    entering.together(
            county,
            piece.getLast().recordedAt(),
            together -> {
                piece.forEach(entry -> entered(together.enter(draft(entry))));
                return piece.size();
            });
}

static Entry entered(EnteringRecord.Outcome outcome) {
    if (outcome instanceof EnteringRecord.Outcome.Entered(Entry entry, var _)) {
        return entry;
    }
    throw new IllegalStateException(outcome.toString());
}

static String measure(
        EnteringRecord entering,
        CountyLedgers ledgers,
        int county,
        List<Entry> entries,
        Tallies tallies,
        LocalDate day) {
    long[] whole = new long[entries.size()];
    long[] judged = new long[entries.size()];
    long verdicts = 0;
    for (int index = 0; index < whole.length; index++) {
        Draft draft = draft(entries.get(index));
        Instant now = entries.get(index).recordedAt();
        long from = System.nanoTime();
        Entry entry = entered(entering.enter(county, draft, now));
        long written = System.nanoTime();
        long number = entry.content().text("原").map(Long::parseLong).orElse(entry.number());
        List<Verdict> concerned = ledgers.ask(county, _ -> tallies.concernedBy(number, day));
        judged[index] = System.nanoTime() - written;
        whole[index] = System.nanoTime() - from;
        verdicts += concerned.size();
    }
    return "%,d entries, %.1f verdicts each, entered and judged %s; the verdicts alone %s"
            .formatted(
                    whole.length,
                    (double) verdicts / whole.length,
                    percentiles(whole),
                    percentiles(judged));
}

/// The same disk with nothing asked of it but one row in a transaction.
static String bare(ConfigurableApplicationContext context, int times) {
    JdbcClient database = context.getBean(JdbcClient.class);
    database.sql(
                    "INSERT INTO work.progress (county_id, size) VALUES (900, 0) ON CONFLICT DO NOTHING")
            .update();
    long[] taken = new long[times];
    for (int index = 0; index < times; index++) {
        long from = System.nanoTime();
        database.sql("UPDATE work.progress SET size = size + 1 WHERE county_id = 900").update();
        taken[index] = System.nanoTime() - from;
    }
    return percentiles(taken);
}

static String percentiles(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return "median %.2f ms, p99 %.2f ms, longest %.2f ms"
            .formatted(
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 99 / 100] / 1e6,
                    sorted[sorted.length - 1] / 1e6);
}
