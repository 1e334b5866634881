import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.running.Sweep;
import org.mingze.duty.running.Tallies;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

/// How cost grows with records, duties, posts and years, one at a time from a middle-sized county:
/// processor time to enter a record and to judge an obligation, and memory for a live obligation
/// with all its records and tallies. Writes a plot each into the manual.
static final int RECORDS = 200_000;
static final int DUTIES = 40;
static final int POSTS = 2_000;

void main() throws IOException {
    measure(RECORDS, DUTIES, POSTS, 1);
    plot("records", "records", new int[] {50_000, 100_000, 200_000, 400_000, 800_000}, 0);
    plot("duties", "duties", new int[] {10, 20, 40, 80, 160}, 1);
    plot("posts", "posts", new int[] {250, 500, 1_000, 2_000, 4_000, 8_000}, 2);
    plot("years", "years, 100,000 records each", new int[] {1, 2, 3, 4}, 3);
    IO.println(Meter.machine());
}

/// @param entering microseconds a record  @param judging microseconds an obligation
/// @param bytes    held for one live obligation
record Point(int at, double entering, double judging, double bytes) {}

static void plot(String name, String label, int[] steps, int varied) throws IOException {
    List<Point> points = new ArrayList<>();
    for (int step : steps) {
        Point point =
                switch (varied) {
                    case 0 -> measure(step, DUTIES, POSTS, 1);
                    case 1 -> measure(RECORDS, step, POSTS, 1);
                    case 2 -> measure(RECORDS, DUTIES, step, 1);
                    default -> measure(100_000 * step, DUTIES, POSTS, step);
                };
        points.add(new Point(step, point.entering(), point.judging(), point.bytes()));
        IO.println(
                "Growth %s %,d: %.2f µs a record, %.2f µs an obligation, %.0f bytes an obligation"
                        .formatted(name, step, point.entering(), point.judging(), point.bytes()));
    }
    Path file = Path.of("docs/manual/reference/growth-" + name + ".svg");
    Files.createDirectories(file.getParent());
    Files.writeString(file, drawing(label, points));
}

static Point measure(int records, int duties, int posts, int years) {
    Workload workload = new Workload(posts, duties, years, records, 20);
    Knowledge known = new Knowledge(WorkCalendar.published());
    long before = Meter.usedMegabytes();
    workload.setUp().forEach(known::apply);
    Tallies tallies = Tallies.over(known);
    Meter entering = new Meter();
    while (workload.hasNext()) {
        List<Entry> piece = workload.next(20_000);
        entering.start();
        piece.forEach(known::apply);
        entering.stop();
    }
    long held = Meter.usedMegabytes() - before;
    long[] owed = {0};
    Meter judging = new Meter();
    judging.start();
    new Sweep(tallies, workload.after()).each(Workload.FIRST, workload.last(), _ -> owed[0]++);
    judging.stop();
    java.lang.ref.Reference.reachabilityFence(tallies);
    return new Point(
            0,
            entering.processorSeconds() * 1e6 / records,
            judging.processorSeconds() * 1e6 / owed[0],
            held * 1e6 / owed[0]);
}

static String drawing(String label, List<Point> points) {
    StringBuilder svg =
            new StringBuilder(
                    """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 220" font-family="sans-serif" font-size="11">
                    <rect width="720" height="220" fill="white"/>
                    """);
    panel(svg, 0, label, "µs to enter a record", points, 0);
    panel(svg, 240, label, "µs to judge an obligation", points, 1);
    panel(svg, 480, label, "bytes held an obligation", points, 2);
    return svg.append("</svg>\n").toString();
}

static double value(Point point, int what) {
    return what == 0 ? point.entering() : what == 1 ? point.judging() : point.bytes();
}

static void panel(
        StringBuilder svg, int left, String label, String title, List<Point> points, int what) {
    double top = points.stream().mapToDouble(point -> value(point, what)).max().orElse(1) * 1.15;
    double right = points.getLast().at();
    svg.append(text(left + 40, 18, "start", title)).append(text(left + 130, 212, "middle", label));
    svg.append(
            "<path d=\"M%d 30V180H%d\" fill=\"none\" stroke=\"#777\"/>%n"
                    .formatted(left + 40, left + 225));
    StringBuilder line = new StringBuilder();
    for (Point point : points) {
        double x = left + 40 + 180 * point.at() / right;
        double y = 180 - 150 * value(point, what) / top;
        line.append(line.isEmpty() ? "M" : "L").append(number(x)).append(' ').append(number(y));
        svg.append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"#1f5fa8\"/>%n"
                        .formatted(number(x), number(y)));
    }
    svg.append("<path d=\"%s\" fill=\"none\" stroke=\"#1f5fa8\"/>%n".formatted(line));
    svg.append(text(left + 36, 184, "end", "0"))
            .append(text(left + 36, 36, "end", number(top)))
            .append(text(left + 220, 196, "end", "%,d".formatted((int) right)));
}

static String text(double x, double y, String anchor, String words) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>%n"
            .formatted(number(x), number(y), anchor, words);
}

static String number(double value) {
    return String.format(Locale.ROOT, value < 20 ? "%.2f" : "%.0f", value);
}
