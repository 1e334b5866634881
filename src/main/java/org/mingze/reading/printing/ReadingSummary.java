package org.mingze.reading.printing;

import java.util.List;
import java.util.Optional;
import org.mingze.reading.text.Reading;

/// 审读摘要 — what was found, for people, line by line.
public final class ReadingSummary {
    private final Reading reading;
    private final StringBuilder out = new StringBuilder();

    private ReadingSummary(Reading reading) {
        this.reading = reading;
    }

    public static String print(Reading reading) {
        return new ReadingSummary(reading).print();
    }

    private String print() {
        line("《" + reading.file() + "》 " + reading.kind().title() + "，" + reading.length() + "字");
        section("提纲", reading.outline().size(), "条");
        for (Reading.Heading heading : reading.outline()) {
            line("  ".repeat(heading.level()) + heading.marker() + heading.title());
        }
        section("数字", reading.figures().size(), "个");
        for (Reading.Figure figure : reading.figures()) {
            line("  " + figure.text() + "　" + figure.kind().title() + remarks(figure));
        }
        printFindings();
        section("原因", reading.causes().size(), "条");
        for (Reading.Cause cause : reading.causes()) {
            line("  " + cause.gist());
        }
        section("措施", reading.measures().size(), "条");
        for (Reading.Measure measure : reading.measures()) {
            line(
                    "  "
                            + measure.gist()
                            + stated(measure.frequency(), measure.deadline(), measure.owner()));
        }
        section("职责", reading.duties().size(), "条");
        for (Reading.Duty duty : reading.duties()) {
            line("  " + duty.gist() + stated(duty.frequency(), duty.deadline(), duty.owner()));
        }
        section("机制", reading.mechanisms().size(), "个");
        line("  " + String.join("、", reading.mechanisms()));
        section("模糊数", reading.vague().size(), "处");
        List<String> vague = reading.vague().stream().map(Reading.VagueAmount::text).toList();
        line("  " + String.join("、", vague));
        return out.toString();
    }

    private void printFindings() {
        section("问题", reading.findings().size(), "条");
        for (Reading.Link link : reading.links()) {
            line("  " + reading.findings().get(link.finding()).gist());
            link.cause().ifPresent(i -> line("    因 " + reading.causes().get(i).gist()));
            link.measure()
                    .ifPresentOrElse(
                            i -> line("    改 " + reading.measures().get(i).gist()),
                            () -> line("    改 未见对应措施"));
        }
    }

    private void section(String title, int count, String unit) {
        line(title + " " + count + unit);
    }

    private static String remarks(Reading.Figure figure) {
        return (figure.masked() ? "　已遮盖" : "") + (figure.approx() ? "　约数" : "");
    }

    private static String stated(
            Optional<String> frequency, Optional<String> deadline, Optional<String> owner) {
        return frequency.map(f -> "　频次 " + f).orElse("")
                + deadline.map(d -> "　时限 " + d).orElse("")
                + owner.map(o -> "　责任 " + o).orElse("");
    }

    private void line(String said) {
        out.append(said).append('\n');
    }
}
