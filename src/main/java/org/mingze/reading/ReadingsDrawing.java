package org.mingze.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingze.duty.Naming;
import org.mingze.reading.text.Reading;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Mark;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

/// 画审读列表 — the documents that were handed in, and the form to hand in another.
record ReadingsDrawing(Knowledge known, LocalDate today) {
    static final int PAGE = 20;
    private static final int NAME_MAX = 120;

    ReadingsPage page(
            List<UnderReview> shown,
            long total,
            int number,
            String fault,
            Optional<Field> whose,
            Optional<Refusal> refusal) {
        int first = shown.isEmpty() ? 0 : (number - 1) * PAGE + 1;
        int last = (number - 1) * PAGE + shown.size();
        Listing.Pager pager =
                new Listing.Pager(
                        "第" + first + "至" + last + "份，共" + total + "份",
                        number > 1
                                ? Optional.of("/readings?page=" + (number - 1))
                                : Optional.empty(),
                        last < total
                                ? Optional.of("/readings?page=" + (number + 1))
                                : Optional.empty());
        return new ReadingsPage(
                new Heading(
                        List.of(),
                        "审读",
                        Prose.of("读一份述职报告、整改方案或巡察反馈：找出问题、原因、措施和数字，连成链，再入台账。"),
                        List.of()),
                "/readings",
                ".docx,.doc,.pdf,.rtf,.txt,.html",
                "Word、PDF、RTF、网页或纯文本，50兆以内",
                fault,
                whose,
                refusal,
                new Listing(
                        List.of(),
                        Optional.empty(),
                        total == 0 ? Optional.empty() : Optional.of(pager)),
                shown.stream().map(this::line).toList(),
                shown.isEmpty()
                        ? Optional.of(
                                new Blank("还没有读过文件", "选一份述职报告或整改材料，读完列在这里。", Optional.empty()))
                        : Optional.empty());
    }

    private ReadingsPage.Line line(UnderReview review) {
        KeptReading kept = review.kept();
        Reading reading = review.reading();
        long open = review.open(Confirmed.of(known, kept));
        return new ReadingsPage.Line(
                new Link(kept.name(), kept.path()),
                ReadingDrawing.day(ChinaTime.day(kept.uploadedAt()), today),
                Naming.of(known.organization(), kept.uploadedBy(), today),
                "问题"
                        + reading.findings().size()
                        + "、措施"
                        + reading.measures().size()
                        + "、数字"
                        + reading.figures().size(),
                open > 0
                        ? new Mark(Mark.Shape.OPEN, "待定" + open)
                        : new Mark(Mark.Shape.DONE, "都已定"));
    }

    /// The last part of what a browser calls a file, of bounded length.
    static String fileName(String given) {
        String name = given.replace('\\', '/').replace('#', '＃');
        name = name.substring(name.lastIndexOf('/') + 1).strip();
        return name.length() > NAME_MAX ? name.substring(name.length() - NAME_MAX) : name;
    }
}
