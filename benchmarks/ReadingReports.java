import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingze.reading.text.ReportReader;

/// How long it takes to read one report of about 5,000 characters after warm-up, and 1,000 reports
/// on two threads. The texts are those of src/test/resources/reading, put together to the length.
void main() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/reading"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
            texts.add(Files.readString(file));
        }
    }
    List<String> reports =
            IntStream.range(0, texts.size()).mapToObj(start -> longer(texts, start)).toList();
    for (int round = 0; round < 20; round++) {
        reports.forEach(report -> ReportReader.read("报告", report));
    }
    double[] took = new double[400];
    for (int turn = 0; turn < took.length; turn++) {
        long start = System.nanoTime();
        ReportReader.read("报告", reports.get(turn % reports.size()));
        took[turn] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(took);
    IO.println(
            "ReadingReports: one report of 5,000 characters: median %.1f ms, p99 %.1f ms, longest %.1f ms"
                    .formatted(took[200], took[395], took[399]));
    long start = System.nanoTime();
    int found =
            IntStream.range(0, 1000)
                    .parallel()
                    .map(
                            n ->
                                    ReportReader.read("报告", reports.get(n % reports.size()))
                                            .figures()
                                            .size())
                    .sum();
    IO.println(
            "ReadingReports: 1,000 reports on %d cores: %.1f s, %d figures"
                    .formatted(
                            Runtime.getRuntime().availableProcessors(),
                            (System.nanoTime() - start) / 1e9,
                            found));
}

/// The texts from one on, put together to 5,000 characters.
String longer(List<String> texts, int start) {
    StringBuilder report = new StringBuilder();
    for (int next = start; report.length() < 5000; next++) {
        report.append(texts.get(next % texts.size())).append('\n');
    }
    return report.substring(0, 5000);
}
