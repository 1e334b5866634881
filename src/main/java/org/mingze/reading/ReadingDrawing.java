package org.mingze.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.duty.Naming;
import org.mingze.reading.review.Chain;
import org.mingze.reading.review.FindKind;
import org.mingze.reading.review.ReportPeriod;
import org.mingze.reading.review.Reviewed;
import org.mingze.reading.text.Reading;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Prose;

/// 画审读 — a document with what was found in it, each find to be decided.
///
/// @param added what is wrong with the form of a passage to add, by field; empty before it is sent
record ReadingDrawing(
        UnderReview review,
        Confirmed confirmed,
        CardDrawing cards,
        List<Conclusion> conclusions,
        ReadingPage.Same same,
        boolean adding,
        Map<String, String> added) {
    static final String OPEN = "open";
    static final String VAGUE = "vague";
    private static final int REST_MIN = 2;

    ReadingPage page() {
        boolean all = cards.only().isEmpty();
        return new ReadingPage(
                heading(),
                review.kept().path() + "/decisions",
                cards.only(),
                kinds(),
                new Marking(review, cards, cards.only()).blocks(),
                progress(),
                groups(),
                figures(),
                adding ? Optional.of(addition()) : Optional.empty(),
                review.kept().path() + "?add=1#add",
                all
                        ? new Completeness(
                                        review.reading(),
                                        review.kept().title(),
                                        review.kept().text())
                                .missing()
                        : List.of(),
                same);
    }

    private ReadingPage.Form addition() {
        return new ReadingPage.Form("", cards.form().additions(added), review.kept().path());
    }

    private ReadingPage.Progress progress() {
        long all = review.finds().size();
        long open = review.open(confirmed);
        String undo =
                review.finds().stream()
                        .filter(find -> confirmed.record(find, review).isEmpty())
                        .filter(find -> find.decision().isPresent())
                        .max(Comparator.comparing(find -> find.decision().orElseThrow().at()))
                        .map(Reviewed::key)
                        .orElse("");
        String words =
                all == 0
                        ? "没有读出要定的内容"
                        : open == 0 ? "全部" + all + "处都已定" : "已定" + (all - open) + "/" + all + "处";
        return new ReadingPage.Progress(words, all - open, all, undo);
    }

    private List<ReadingPage.Group> groups() {
        List<ReadingPage.Group> groups = new ArrayList<>();
        List<Chain> chains = review.chains();
        long lacking = chains.stream().filter(chain -> chain.measures().isEmpty()).count();
        long entered =
                chains.stream()
                        .filter(chain -> confirmed.finding(chain.problem()).isPresent())
                        .count();
        List<ReadingPage.Card> chained = chained();
        boolean asked = Stream.of(FindKind.values()).noneMatch(k -> k.name().equals(cards.only()));
        if (!chained.isEmpty() || asked) {
            groups.add(
                    group(
                            "finds",
                            "问题链",
                            "共" + chains.size() + "，已入台账" + entered + "，没有措施" + lacking,
                            chained,
                            FindKind.PROBLEM));
        }
        List<ReadingPage.Card> loose =
                review.loose().stream()
                        .filter(cards::shows)
                        .map(find -> cards.card(find, false))
                        .toList();
        if (!loose.isEmpty()) {
            groups.add(
                    new ReadingPage.Group("loose", "没有连上问题的", loose.size() + "处", loose, "", ""));
        }
        for (FindKind kind : List.of(FindKind.DUTY, FindKind.MECHANISM)) {
            List<ReadingPage.Card> found =
                    review.of(kind).stream()
                            .filter(cards::shows)
                            .map(find -> cards.card(find, false))
                            .toList();
            if (!found.isEmpty()) {
                groups.add(
                        group(
                                kind.name().toLowerCase(Locale.ROOT),
                                kind.title(),
                                found.size() + "处，采纳后记在这份文件上",
                                found,
                                kind));
            }
        }
        return groups;
    }

    /// Each problem, with its causes and measures below it.
    private List<ReadingPage.Card> chained() {
        List<ReadingPage.Card> drawn = new ArrayList<>();
        for (Reviewed problem : review.of(FindKind.PROBLEM)) {
            if (cards.shows(problem)) {
                drawn.add(cards.card(problem, false));
            }
            review.parts(problem).stream()
                    .filter(cards::shows)
                    .forEach(part -> drawn.add(cards.card(part, true)));
        }
        return drawn;
    }

    private ReadingPage.Group group(
            String id, String title, String tally, List<ReadingPage.Card> found, FindKind kind) {
        return new ReadingPage.Group(id, title, tally, found, rest(kind), kind.name());
    }

    /// The words that accept all open finds of a kind as they were read.
    private String rest(FindKind kind) {
        long open = review.of(kind).stream().filter(find -> review.isOpen(find, confirmed)).count();
        return open < REST_MIN
                ? ""
                : "余下" + open + (kind == FindKind.PROBLEM ? "个问题照读的采纳，入台账" : "处照读的采纳");
    }

    private ReadingPage.FigureTable figures() {
        long agree = conclusions.stream().filter(c -> c instanceof Conclusion.Agrees).count();
        long differ = conclusions.stream().filter(c -> c instanceof Conclusion.Differs).count();
        ReportPeriod period = review.period();
        String tally =
                review.reading().figures().size()
                        + "处"
                        + (review.reading().vague().isEmpty()
                                ? ""
                                : "，另有含糊" + review.reading().vague().size() + "处")
                        + "，相符"
                        + agree
                        + "，不符"
                        + differ
                        + "；与"
                        + Naming.of(
                                cards.known().organization(), review.kept().body(), cards.today())
                        + "的台账核，"
                        + day(period.from(), cards.today())
                        + "至"
                        + day(period.to(), cards.today())
                        + (period.isSaid() ? "" : "；文中没有写年，照读它的那一年算");
        boolean vague = cards.only().isEmpty() || cards.only().equals(VAGUE);
        return new ReadingPage.FigureTable(
                tally,
                new FiguresDrawing(review, cards, conclusions).figures(vague),
                rest(FindKind.FIGURE),
                FindKind.FIGURE.name());
    }

    private Heading heading() {
        Reading reading = review.reading();
        Prose lede =
                Prose.of(
                        reading.kind().title()
                                + "。读出问题"
                                + reading.findings().size()
                                + "、原因"
                                + reading.causes().size()
                                + "、措施"
                                + reading.measures().size()
                                + "、数字"
                                + reading.figures().size()
                                + "。读出的只是建议，入不入由你定；定了的，再读也不变。");
        if (confirmed.document().isPresent()) {
            long number = confirmed.document().getAsLong();
            lede = lede.words("原件已入账：").reference("第" + number + "号", "/records/" + number);
        }
        return new Heading(
                List.of(
                        new Link("审读", "/readings"),
                        new Link(
                                review.kept().name() + "，" + review.kept().text().length() + "字",
                                "")),
                review.title(),
                lede,
                List.of());
    }

    private List<Listing.View> kinds() {
        List<Listing.View> views = new ArrayList<>();
        views.add(view("全部", "", review.finds().size()));
        views.add(view("未定", OPEN, review.open(confirmed)));
        for (FindKind kind : FindKind.values()) {
            long count = review.of(kind).size();
            if (count > 0) {
                views.add(view(kind.title(), kind.name(), count));
            }
        }
        if (!review.reading().vague().isEmpty()) {
            views.add(view("含糊", VAGUE, review.reading().vague().size()));
        }
        return views;
    }

    private Listing.View view(String word, String name, long count) {
        String href = review.kept().path() + (name.isEmpty() ? "" : "?only=" + name);
        return new Listing.View(
                word, href, String.valueOf(count), false, cards.only().equals(name));
    }

    /// The kinds of 公文 that a document of each genre is recorded as.
    static String documentKind(Reading reading) {
        return switch (reading.kind()) {
            case SELF_EXAMINATION -> "对照检查材料";
            case RECTIFICATION, AUDIT, DUTY_REPORT, REPORT -> "报告";
            case DUTY_LIST, TASK_TABLE -> "方案";
            case ORGANISATION_LIFE -> "其他";
        };
    }

    static String day(LocalDate day, LocalDate today) {
        String said = day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        return day.getYear() == today.getYear() ? said : day.getYear() + "年" + said;
    }
}
