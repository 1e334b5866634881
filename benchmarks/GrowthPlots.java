import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Draws `benchmarks/growth.csv` for the manual: one picture for each of records, duties, posts and
/// years, with the cost of entering, the cost of judging and the memory an obligation.
void main() throws IOException {
    List<Point> points =
            Files.readAllLines(Path.of("benchmarks/growth.csv")).stream()
                    .skip(1)
                    .map(Point::of)
                    .toList();
    draw("records", "记录数", points);
    draw("duties", "职责数", points);
    draw("posts", "岗位数", points);
    draw("years", "年数（每年5万条记录）", points);
}

record Point(
        String varied,
        double at,
        double obligations,
        double entering,
        double judging,
        double records,
        double tallies,
        double standings) {
    static Point of(String line) {
        String[] cells = line.split(",");
        return new Point(
                cells[0],
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[6]),
                Double.parseDouble(cells[7]),
                Double.parseDouble(cells[8]),
                Double.parseDouble(cells[9]),
                Double.parseDouble(cells[10]),
                Double.parseDouble(cells[11]));
    }
}

record Line(String label, String colour, ToDoubleFunction<Point> value) {}

static void draw(String varied, String label, List<Point> all) throws IOException {
    List<Point> points = all.stream().filter(point -> point.varied().equals(varied)).toList();
    StringBuilder svg =
            new StringBuilder(
                    """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 290" role="img" font-family="'Noto Sans CJK SC','Microsoft YaHei',sans-serif" font-size="12" fill="#222">
                    <title>开销随%s的变化</title>
                    <rect width="900" height="290" fill="#fff"/>
                    """
                            .formatted(label));
    panel(
            svg,
            0,
            label,
            "录入一笔的处理器时间（微秒）",
            points,
            List.of(new Line("", "#1f5fa8", Point::entering)));
    panel(
            svg,
            300,
            label,
            "判定一件的处理器时间（微秒）",
            points,
            List.of(new Line("", "#1f5fa8", Point::judging)));
    panel(
            svg,
            600,
            label,
            "每件应尽事项占内存（字节）",
            points,
            List.of(
                    new Line(
                            "含记录与更正",
                            "#1f5fa8",
                            point ->
                                    (point.records() + point.tallies() + point.standings())
                                            / point.obligations()),
                    new Line(
                            "不含记录",
                            "#b3541e",
                            point -> (point.tallies() + point.standings()) / point.obligations()),
                    new Line("仅累计", "#4a7a3a", point -> point.tallies() / point.obligations())));
    Path file = Path.of("docs/manual/concepts/growth-" + varied + ".svg");
    Files.createDirectories(file.getParent());
    Files.writeString(file, svg.append("</svg>\n"));
}

static void panel(
        StringBuilder svg,
        int left,
        String label,
        String title,
        List<Point> points,
        List<Line> lines) {
    double top =
            round(
                    lines.stream()
                            .flatMap(line -> points.stream().map(line.value()::applyAsDouble))
                            .mapToDouble(Double::doubleValue)
                            .max()
                            .orElse(1));
    double right = points.getLast().at();
    text(svg, left + 150, 22, "middle", "#222", title);
    text(svg, left + 165, 252, "middle", "#222", label);
    for (int step = 0; step <= 4; step++) {
        double y = 210 - 45 * step;
        svg.append(
                "<path d=\"M%d %sH%d\" stroke=\"%s\" fill=\"none\"/>%n"
                        .formatted(left + 50, number(y), left + 285, step == 0 ? "#555" : "#ddd"));
        text(svg, left + 45, y + 4, "end", "#222", number(top * step / 4));
    }
    for (int index = 0; index < lines.size(); index++) {
        line(svg, left, right, top, points, lines.get(index));
        if (!lines.get(index).label().isEmpty()) {
            text(
                    svg,
                    left + 60 + 95 * index,
                    276,
                    "start",
                    lines.get(index).colour(),
                    lines.get(index).label());
        }
    }
    text(
            svg,
            x(left, points.getFirst().at(), right),
            228,
            "middle",
            "#222",
            whole(points.getFirst().at()));
    text(svg, x(left, right, right), 228, "middle", "#222", whole(right));
}

static void line(
        StringBuilder svg, int left, double right, double top, List<Point> points, Line line) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
        double x = x(left, point.at(), right);
        double y = 210 - 180 * line.value().applyAsDouble(point) / top;
        path.append(path.isEmpty() ? "M" : "L").append(number(x)).append(' ').append(number(y));
        svg.append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\"/>%n"
                        .formatted(number(x), number(y), line.colour()));
    }
    svg.append(
            "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>%n"
                    .formatted(path, line.colour()));
}

static double x(int left, double at, double right) {
    return left + 50 + 215 * at / right;
}

/// The next of 1, 2, 4, 5, 8, 10 times a power of ten.
static double round(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    for (double step : new double[] {1, 2, 4, 5, 8, 10}) {
        if (most <= step * power) {
            return step * power;
        }
    }
    return 10 * power;
}

static void text(
        StringBuilder svg, double x, double y, String anchor, String colour, String words) {
    svg.append(
            "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n"
                    .formatted(number(x), number(y), anchor, colour, words));
}

static String whole(double value) {
    return value < 10_000 ? "%.0f".formatted(value) : number(value / 10_000) + "万";
}

static String number(double value) {
    String text = String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
    return text.replaceAll("\\.?0+$", "");
}
