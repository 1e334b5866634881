package org.mingze.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingze.duty.Naming;
import org.mingze.exchange.conversion.Mapping;
import org.mingze.exchange.conversion.Roster;
import org.mingze.exchange.conversion.Target;
import org.mingze.sheet.SheetRow;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Mark;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;

/// 画导入 — the pages of imports.
record ImportDrawing(Knowledge known, LocalDate today) {
    static final int PAGE = 20;
    static final int PROBLEMS = 50;

    ImportsPage list(List<KeptImport> shown, int page, String fault, Optional<Refusal> refusal) {
        return new ImportsPage(
                new Heading(
                        List.of(),
                        "从表格导入",
                        Prose.of("Excel、CSV的台账和名单，一行记一笔。列对一次就记住；先试读，一格一格说出要改的；重复导入不会重复入账。"),
                        List.of(Act.of("读责任清单", "/duty-lists"), Act.of("读放假通知", "/holidays"))),
                fault,
                refusal,
                new Listing(List.of(), Optional.empty(), pager(shown.size(), page)),
                shown.stream().limit(PAGE).map(this::line).toList(),
                shown.isEmpty()
                        ? Optional.of(new Blank("还没有导入过", "选一份表格，核对每一列是什么。", Optional.empty()))
                        : Optional.empty());
    }

    /// One more than a page was asked for, so that it is known whether there is another.
    private static Optional<Listing.Pager> pager(int found, int page) {
        if (page == 1 && found <= PAGE) {
            return Optional.empty();
        }
        return Optional.of(
                new Listing.Pager(
                        "第" + page + "页",
                        page > 1 ? Optional.of("/imports?page=" + (page - 1)) : Optional.empty(),
                        found > PAGE
                                ? Optional.of("/imports?page=" + (page + 1))
                                : Optional.empty()));
    }

    private ImportsPage.Line line(KeptImport kept) {
        Tally tally = kept.tally();
        return new ImportsPage.Line(
                new Link(kept.name(), kept.path()),
                ChinaTime.day(kept.uploadedAt()).toString(),
                Naming.of(known.organization(), kept.recorder().person(), today),
                tally.seen() == 0 ? "—" : tally.words(),
                new Mark(shape(kept), kept.state().word()));
    }

    private static Mark.Shape shape(KeptImport kept) {
        return switch (kept.state()) {
            case DONE -> kept.tally().faulty() > 0 ? Mark.Shape.LATE : Mark.Shape.DONE;
            case STOPPED -> Mark.Shape.STAYED;
            case MAPPING -> Mark.Shape.AHEAD;
            case CHECKING, CHECKED, ENTERING -> Mark.Shape.OPEN;
        };
    }

    static ImportPage.Progress progress(KeptImport kept, Tally tally) {
        String deed = kept.state() == ImportState.ENTERING ? "入账" : "试读";
        return new ImportPage.Progress(
                "正在" + deed + "：已到第" + tally.seen() + "行",
                tally.words() + "。关掉页面也会继续。",
                kept.path() + "/progress",
                kept.path());
    }

    /// @param running the progress of an import that runs
    ImportPage page(
            KeptImport kept,
            Optional<Tally> running,
            List<Problems.Found> problems,
            int after,
            int count) {
        boolean broken = kept.state().isRunning() && running.isEmpty();
        return new ImportPage(
                new Heading(
                        List.of(new Link("导入", "/imports"), new Link(kept.name(), "")),
                        finding(kept, broken),
                        Prose.of(lede(kept, broken)),
                        acts(kept, count, running.isPresent())),
                running.map(tally -> progress(kept, tally)),
                refusal(kept, broken),
                facts(kept),
                running.isPresent() ? List.of() : buttons(kept, broken),
                running.isPresent() ? Optional.empty() : repeats(kept),
                running.isPresent() ? Optional.empty() : namesakes(kept),
                problems.stream().limit(PROBLEMS).map(Problems.Found::problem).toList(),
                new Listing(
                        List.of(), Optional.empty(), problemPager(kept, problems, after, count)));
    }

    private static String finding(KeptImport kept, boolean broken) {
        Tally tally = kept.tally();
        if (broken) {
            return "停在第" + tally.seen() + "行";
        }
        return switch (kept.state()) {
            case MAPPING -> "先核对每一列是什么";
            case CHECKING -> "正在试读";
            case ENTERING -> "正在入账";
            case STOPPED -> "停在第" + tally.seen() + "行";
            case CHECKED -> (isKnown(tally) ? "都入过账了" : tally.fresh() + "行可以入账") + rest(tally);
            case DONE -> "已入账" + tally.fresh() + "笔" + rest(tally);
        };
    }

    /// Whether nothing of the file is left to enter.
    private static boolean isKnown(Tally tally) {
        return tally.fresh() == 0 && tally.faulty() == 0 && tally.unchanged() > 0;
    }

    private static String rest(Tally tally) {
        return (tally.faulty() == 0 ? "" : "，" + tally.faulty() + "行要改")
                + (tally.repeated() == 0 ? "" : "，" + tally.repeated() + "行与前面的相同");
    }

    private static Optional<ImportPage.Repeats> repeats(KeptImport kept) {
        boolean settled = kept.state() == ImportState.DONE && kept.repeats();
        return !settled && (kept.repeats() || kept.tally().repeated() > 0)
                ? Optional.of(new ImportPage.Repeats(kept.path() + "/check", kept.repeats()))
                : Optional.empty();
    }

    private static Optional<ImportPage.Namesakes> namesakes(KeptImport kept) {
        boolean settled = kept.state() == ImportState.DONE && kept.tally().faulty() == 0;
        return kept.alike() == Roster.Alike.UNASKED || settled
                ? Optional.empty()
                : Optional.of(new ImportPage.Namesakes(kept.path() + "/check", kept.alike()));
    }

    private static String lede(KeptImport kept, boolean broken) {
        if (broken || kept.state() == ImportState.STOPPED) {
            return "已入账的都在。接着办从没有入账的行继续，不会重复。";
        }
        return switch (kept.state()) {
            case CHECKED ->
                    isKnown(kept.tally()) ? "没有新的行，不用再入账。" : "还没有入账。要改的行不影响其余的行：先入账，改好的文件再交来也不会重复。";
            case DONE -> "同一份表格再交来，已入账的行算未变。";
            case MAPPING, CHECKING, ENTERING, STOPPED -> "";
        };
    }

    private static List<Act> acts(KeptImport kept, int count, boolean running) {
        List<Act> acts = new ArrayList<>();
        boolean listed = kept.tally().faulty() + kept.tally().repeated() > 0;
        if (count > 0 && listed && !running) {
            acts.add(Act.of("下载要改的行", kept.path() + "/mend.xlsx"));
        }
        if (kept.state() == ImportState.DONE) {
            acts.add(Act.of("看记录", "/records"));
        }
        if (!running) {
            acts.add(Act.small("改列对应", kept.path() + "/mapping"));
        }
        return acts;
    }

    private static Optional<Refusal> refusal(KeptImport kept, boolean broken) {
        String sentence = broken ? "程序中途停过" : kept.sentence();
        return sentence.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal("没有读完", sentence, "", List.of()));
    }

    private static List<Fact> facts(KeptImport kept) {
        Tally tally = kept.tally();
        List<Fact> facts = new ArrayList<>();
        for (Mapping mapping : kept.mappings().values()) {
            if (!mapping.recordType().isEmpty()) {
                facts.add(Fact.of("一行记", mapping.recordType()));
                leftOut(mapping).ifPresent(facts::add);
            }
        }
        facts.add(Fact.of("读到", tally.seen() + "行"));
        facts.add(Fact.of(kept.state() == ImportState.DONE ? "新入账" : "新", tally.fresh() + "行"));
        facts.add(Fact.of("未变", tally.unchanged() + "行"));
        facts.add(Fact.of("要改", tally.faulty() + "行"));
        if (tally.repeated() > 0) {
            facts.add(Fact.of("与前面相同", tally.repeated() + "行"));
        }
        return facts;
    }

    /// The columns of the head that are not read; the last of a mapping is the sheet's name.
    private static Optional<Fact> leftOut(Mapping mapping) {
        String columns =
                IntStream.range(0, Math.max(0, mapping.columns().size() - 1))
                        .filter(column -> mapping.column(column).equals(Target.ignored()))
                        .mapToObj(SheetRow::letters)
                        .collect(Collectors.joining("、"));
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(Fact.of("不要的列", columns + "，没有读"));
    }

    private static List<ImportPage.Button> buttons(KeptImport kept, boolean broken) {
        String enter = kept.path() + "/entries";
        if (broken || kept.state() == ImportState.STOPPED) {
            return List.of(
                    new ImportPage.Button("接着办", enter, true),
                    new ImportPage.Button("重新试读", kept.path() + "/check", false));
        }
        return kept.state() == ImportState.CHECKED && kept.tally().fresh() > 0
                ? List.of(new ImportPage.Button("入账" + kept.tally().fresh() + "行", enter, true))
                : List.of();
    }

    private static Optional<Listing.Pager> problemPager(
            KeptImport kept, List<Problems.Found> problems, int after, int count) {
        if (count == 0) {
            return Optional.empty();
        }
        int last = after + Math.min(problems.size(), PROBLEMS);
        return Optional.of(
                new Listing.Pager(
                        "第" + (after + 1) + "至" + last + "处，共" + count + "处",
                        after > 0
                                ? Optional.of(
                                        kept.path() + "?after=" + Math.max(0, after - PROBLEMS))
                                : Optional.empty(),
                        last < count
                                ? Optional.of(kept.path() + "?after=" + last)
                                : Optional.empty()));
    }
}
