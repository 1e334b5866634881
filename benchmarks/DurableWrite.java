import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mingze.command.FirstStart;
import org.mingze.command.Serving;
import org.mingze.duty.EnteringRecord;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Journal;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// One durable write in one county (checks, institutions, journal, rows) against a bare transaction
/// of three statements (insert an entry, update the head under its lock, upsert a counter) on the
/// same PostgreSQL with the same connections, in turns.
static final int THREADS = 8;
static final int SECONDS = 6;

void main() throws Exception {
    Path home = Files.createTempDirectory(Path.of("target"), "bench-home");
    try (ConfigurableApplicationContext context =
            Serving.start(
                    Map.of("mingze.home", home.toAbsolutePath().toString(), "server.port", "0"))) {
        context.getBean(FirstStart.class).greet(true);
        int county = context.getBean(Journal.class).counties().getFirst().id();
        EnteringRecord entering = context.getBean(EnteringRecord.class);
        JdbcClient database = context.getBean(JdbcClient.class);
        TransactionTemplate transactions = context.getBean(TransactionTemplate.class);
        database.sql("CREATE TEMP TABLE IF NOT EXISTS nothing (x int)").update();
        bareTables(context);
        for (int round = 1; round <= 3; round++) {
            double bare = rate(() -> transactions.executeWithoutResult(_ -> bare(database)));
            double whole = rate(() -> whole(entering, county));
            IO.println(
                    "DurableWrite round %d: whole %.0f/s, bare %.0f/s, ratio %.2f"
                            .formatted(round, whole, bare, whole / bare));
        }
        IO.println(
                "machine: %d cores, Java %s, PostgreSQL 18, %d connections writing"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("java.version"),
                                THREADS));
    }
}

static void bareTables(ConfigurableApplicationContext context) {
    JdbcClient owner = JdbcClient.create(context.getBean(DataSource.class));
    owner.sql("INSERT INTO work.progress (county_id, size) VALUES (900, 0) ON CONFLICT DO NOTHING")
            .update();
    owner.sql("INSERT INTO work.progress (county_id, size) VALUES (901, 0) ON CONFLICT DO NOTHING")
            .update();
}

static final AtomicInteger SEQUENCE = new AtomicInteger();

/// Three statements on tables of the same shape: head under lock, entry, counter.
static void bare(JdbcClient database) {
    database.sql("SELECT size FROM work.progress WHERE county_id = 900 FOR UPDATE")
            .query(Long.class)
            .single();
    database.sql("UPDATE work.progress SET size = size + 1 WHERE county_id = 900").update();
    database.sql(
                    """
            INSERT INTO work.record (county_id, number, record_type, body, occurred_on, recorded_at,
                title, corrections, withdrawn_by)
            VALUES (900, :number, '学习', 'b', '2026-01-01', '2026-01-01T00:00:00Z',
                '一条与账目一样长的文字一条与账目一样长的文字一条与账目一样长的文字', 0, NULL)
            """)
            .param("number", SEQUENCE.incrementAndGet())
            .update();
    database.sql(
                    """
            INSERT INTO work.progress (county_id, size) VALUES (901, 1)
            ON CONFLICT (county_id) DO UPDATE SET size = work.progress.size + excluded.size
            """)
            .update();
}

static void whole(EnteringRecord entering, int county) {
    Map<String, Content> fields =
            Map.of(
                    "机构", new Content.Text("qingshi.gongwei"),
                    "类", new Content.Text("研讨"),
                    "题", new Content.Text("学习材料"));
    EnteringRecord.Outcome outcome =
            entering.enter(
                    county,
                    new Draft(
                            "学习",
                            Occurred.parse("2026-11-10"),
                            new Recorder("p001", "qingshi.gongwei.secretary"),
                            EntryMode.REPORTED,
                            new Content.Group(fields)),
                    Instant.now());
    if (!(outcome instanceof EnteringRecord.Outcome.Entered)) {
        throw new IllegalStateException(outcome.toString());
    }
}

static double rate(Runnable write) throws InterruptedException {
    AtomicInteger count = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(THREADS);
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    long start = System.nanoTime();
    for (int thread = 0; thread < THREADS; thread++) {
        Thread.ofPlatform()
                .start(
                        () -> {
                            while (System.nanoTime() < end) {
                                write.run();
                                count.incrementAndGet();
                            }
                            done.countDown();
                        });
    }
    done.await();
    return count.get() / ((System.nanoTime() - start) / 1e9);
}
