import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.mingze.command.FirstStart;
import org.mingze.command.Serving;
import org.mingze.exchange.ImportingLedger;
import org.mingze.journal.Journal;
import org.mingze.journal.Recorder;
import org.mingze.sheet.Cell;
import org.mingze.sheet.TableForm;
import org.mingze.sheet.TableWriting;
import org.springframework.context.ConfigurableApplicationContext;

/// An .xlsx ledger of 400,000 rows entered into the journal in a heap of 512 MB, the knowledge of
/// the county included, beside the bare reader of the library on the same file.
void main(String[] arguments) throws Exception {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400_000;
    Path home = Files.createTempDirectory(Path.of("target"), "bench-home");
    Path file = home.resolve("学习.xlsx");
    write(file, rows);
    double bare = seconds(() -> read(file));
    bare = Math.min(bare, seconds(() -> read(file)));
    try (ConfigurableApplicationContext context =
            Serving.start(
                    Map.of("mingze.home", home.toAbsolutePath().toString(), "server.port", "0"))) {
        context.getBean(FirstStart.class).greet(true);
        int county = context.getBean(Journal.class).counties().getFirst().id();
        ImportingLedger importing = context.getBean(ImportingLedger.class);
        Recorder recorder = new Recorder("p001", "qingshi.gongwei.secretary");
        for (String deed : List.of("check", "enter", "enter again")) {
            long start = System.nanoTime();
            ImportingLedger.Counted counted =
                    importing.run(
                            county, file, recorder, !deed.equals("check"), InstantSource.system());
            double taken = (System.nanoTime() - start) / 1e9;
            IO.println(
                    "ImportingRows %s: %,d rows in %.1f s, %,.0f rows/s, %.1f times the bare reader (%.1f s); %s; peak heap %d MB"
                            .formatted(
                                    deed,
                                    rows,
                                    taken,
                                    rows / taken,
                                    taken / bare,
                                    bare,
                                    counted,
                                    peak()));
        }
    }
    IO.println(
            "machine: %d cores, load %.1f, Java %s, heap %d MB"
                    .formatted(
                            Runtime.getRuntime().availableProcessors(),
                            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                            System.getProperty("java.version"),
                            Runtime.getRuntime().maxMemory() >> 20));
}

static void write(Path file, int rows) throws Exception {
    LocalDate first = LocalDate.of(2025, 1, 1);
    try (OutputStream out = Files.newOutputStream(file);
            TableWriting writing =
                    TableWriting.open(
                            TableForm.XLSX, out, "学习", List.of("机构", "类", "日期", "题", "学时"))) {
        for (int row = 0; row < rows; row++) {
            writing.row(
                    List.of(
                            Cell.of("青石街道党工委"),
                            Cell.of("研讨"),
                            Cell.of(first.plusDays(row % 600).toString().replace('-', '.')),
                            Cell.of("第" + row + "次集中学习的题目和要点"),
                            Cell.of("２")));
        }
    }
}

static long cells;

static void read(Path file) {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
            Stream<Row> rows = workbook.getFirstSheet().openStream()) {
        rows.forEach(row -> row.forEach(cell -> cells += cell == null ? 0 : 1));
    } catch (java.io.IOException failed) {
        throw new java.io.UncheckedIOException(failed);
    }
}

static double seconds(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return (System.nanoTime() - start) / 1e9;
}

static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum()
            >> 20;
}
