package org.mingze.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mingze.reading.text.Reading;
import org.mingze.web.Field;
import org.mingze.web.Field.Control;
import org.mingze.web.Field.Option;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Prose;
import org.mingze.web.Tag;
import org.mingze.work.EntryCheck;

/// 画审读 — a document with what was found in it, each problem ready to go into the ledger.
///
/// @param bodies who may answer for a problem
/// @param owners who may answer for a measure
/// @param typed  the form as it was sent; empty before
record ReadingDrawing(
        KeptReading kept,
        Reading reading,
        Confirmed confirmed,
        List<Conclusion> conclusions,
        ReportPeriod period,
        ReadingPage.Same same,
        List<Option> bodies,
        List<Option> owners,
        String only,
        Map<String, List<String>> typed,
        List<EntryCheck.Fault> faults) {
    ReadingPage page() {
        List<Problem> problems = Problem.of(reading, kept.text());
        long open = problems.stream().filter(this::isOpen).count();
        long lacking = problems.stream().filter(each -> each.measure().isEmpty()).count();
        long entered =
                problems.stream().filter(each -> confirmed.finding(each).isPresent()).count();
        return new ReadingPage(
                heading(problems.size(), lacking),
                kinds(problems.size()),
                new Marking(kept.text(), reading, problems, only).blocks(),
                "共" + problems.size() + "，已入台账" + entered + "，没有措施" + lacking,
                problems.stream().map(this::chain).toList(),
                kept.path() + "/findings",
                open > 0 ? "所选入台账" : "",
                Optional.empty(),
                figuresTally(),
                new FiguresDrawing(reading, kept.text(), conclusions).figures(),
                new Completeness(reading, kept.title(), kept.text()).missing(),
                same);
    }

    private String figuresTally() {
        long agree = conclusions.stream().filter(c -> c instanceof Conclusion.Agrees).count();
        long differ = conclusions.stream().filter(c -> c instanceof Conclusion.Differs).count();
        return (reading.figures().size() + reading.vague().size())
                + "处，相符"
                + agree
                + "，不符"
                + differ
                + "；按"
                + period.from()
                + "至"
                + period.to()
                + "的台账核";
    }

    private boolean isOpen(Problem problem) {
        return confirmed.finding(problem).isEmpty() && !isRejected(problem);
    }

    private boolean isRejected(Problem problem) {
        return kept.rejected().contains(problem.offset());
    }

    private Heading heading(int problems, long lacking) {
        Prose lede =
                Prose.of(
                        reading.kind().title()
                                + "。读出问题"
                                + problems
                                + "、原因"
                                + reading.causes().size()
                                + "、措施"
                                + reading.measures().size()
                                + "、数字"
                                + reading.figures().size()
                                + (lacking > 0 ? "；" + lacking + "个问题没有对应的措施" : "")
                                + "。读出的只是建议，入不入由你定。");
        if (confirmed.document().isPresent()) {
            long number = confirmed.document().getAsLong();
            lede = lede.words("原件已入账：").reference("第" + number + "号", "/records/" + number);
        }
        return new Heading(
                List.of(
                        new Link("审读", "/readings"),
                        new Link(kept.name() + "，" + kept.text().length() + "字", "")),
                kept.title(),
                lede,
                List.of());
    }

    private List<Listing.View> kinds(int problems) {
        int all =
                problems
                        + reading.causes().size()
                        + reading.measures().size()
                        + reading.figures().size()
                        + reading.vague().size();
        return List.of(
                kind("全部", "", all),
                kind(
                        "问题、原因、措施",
                        Marking.PROBLEMS,
                        problems + reading.causes().size() + reading.measures().size()),
                kind("数字", Marking.FIGURES, reading.figures().size()),
                kind("含糊", Marking.VAGUE, reading.vague().size()));
    }

    private Listing.View kind(String word, String name, int count) {
        String href = name.isEmpty() ? kept.path() : kept.path() + "?only=" + name;
        return new Listing.View(word, href, String.valueOf(count), false, only.equals(name));
    }

    private ReadingPage.Chain chain(Problem problem) {
        Optional<Long> finding = confirmed.finding(problem);
        boolean rejected = finding.isEmpty() && isRejected(problem);
        boolean open = finding.isEmpty() && !rejected;
        return new ReadingPage.Chain(
                "p" + problem.number(),
                String.valueOf(problem.number()),
                "#t" + problem.number(),
                state(problem, finding.isPresent(), rejected),
                problem.wording(),
                links(problem),
                open && problem.measure().isEmpty() ? "全文没有找到对应的措施；入台账后，这一件等着定措施。" : "",
                open,
                Optional.empty(),
                isChosen(problem),
                open ? fields(problem) : List.of(),
                finding.map(number -> new Link("已入台账：第" + number + "号案卷", "/dossiers/" + number)),
                finding.isPresent() ? "" : String.valueOf(problem.number()),
                rejected ? "还是要入台账" : "不入台账");
    }

    private boolean isChosen(Problem problem) {
        return typed.isEmpty()
                || typed.getOrDefault("chain", List.of())
                        .contains(String.valueOf(problem.number()));
    }

    private static Tag state(Problem problem, boolean entered, boolean rejected) {
        if (entered) {
            return new Tag("已入台账", Tag.Tone.DONE);
        }
        if (rejected) {
            return Tag.of("不入台账");
        }
        if (problem.measure().isEmpty()) {
            return new Tag("没有措施", Tag.Tone.BREACH);
        }
        return problem.cause().isEmpty()
                ? new Tag("没有原因", Tag.Tone.WARN)
                : new Tag("链条完整", Tag.Tone.DONE);
    }

    private List<Prose> links(Problem problem) {
        List<Prose> links = new ArrayList<>();
        problem.cause()
                .ifPresent(
                        index -> links.add(Prose.of("原因：").reference(cause(index), "#c" + index)));
        problem.measure()
                .ifPresent(
                        index -> {
                            Reading.Measure measure = reading.measures().get(index);
                            links.add(
                                    Prose.of("措施：")
                                            .reference(measure(index), "#s" + index)
                                            .words(
                                                    measure.owner()
                                                                    .map(by -> "；文中责任：" + by)
                                                                    .orElse("")
                                                            + measure.deadline()
                                                                    .map(day -> "；文中时限：" + day)
                                                                    .orElse("")));
                        });
        return links;
    }

    private String cause(int index) {
        Reading.Cause cause = reading.causes().get(index);
        return Problem.sentence(kept.text(), cause.offset(), cause.gist());
    }

    private String measure(int index) {
        Reading.Measure measure = reading.measures().get(index);
        return Problem.sentence(kept.text(), measure.offset(), measure.gist());
    }

    private List<Field> fields(Problem problem) {
        List<String> causes =
                java.util.stream.IntStream.range(0, reading.causes().size())
                        .mapToObj(this::cause)
                        .toList();
        List<String> measures =
                java.util.stream.IntStream.range(0, reading.measures().size())
                        .mapToObj(this::measure)
                        .toList();
        String deadline =
                problem.measure().isPresent()
                        ? reading.measures()
                                .get(problem.measure().getAsInt())
                                .deadline()
                                .map(said -> "文中：" + said)
                                .orElse("")
                        : "";
        return List.of(
                field(
                        problem,
                        "wording",
                        "写法",
                        true,
                        "",
                        new Control.Area(typed(problem, "wording", problem.wording()))),
                field(
                        problem,
                        "body",
                        "责任单位",
                        false,
                        "",
                        menu(problem, "body", bodies, kept.body())),
                field(
                        problem,
                        "cause",
                        "原因",
                        false,
                        "",
                        menu(problem, "cause", options(causes), chosen(causes, problem.cause()))),
                field(
                        problem,
                        "measure",
                        "措施",
                        false,
                        "",
                        menu(
                                problem,
                                "measure",
                                options(measures),
                                chosen(measures, problem.measure()))),
                field(problem, "owner", "责任人", false, "", menu(problem, "owner", owners, "")),
                field(
                        problem,
                        "deadline",
                        "期限",
                        false,
                        deadline,
                        new Control.Line(typed(problem, "deadline", ""), "date", "")));
    }

    private Field field(
            Problem problem,
            String name,
            String label,
            boolean required,
            String hint,
            Control control) {
        String full = Accepted.name(name, problem);
        return new Field(
                full,
                label,
                hint,
                required,
                faults.stream()
                        .filter(fault -> fault.field().equals(full))
                        .map(EntryCheck.Fault::sentence)
                        .findFirst()
                        .orElse(""),
                control);
    }

    private String typed(Problem problem, String name, String otherwise) {
        List<String> values = typed.get(Accepted.name(name, problem));
        return values == null || values.isEmpty() ? otherwise : values.getFirst();
    }

    private Control menu(Problem problem, String name, List<Option> options, String otherwise) {
        String chosen = typed(problem, name, otherwise);
        List<Option> all = new ArrayList<>();
        all.add(new Option("", "不写", chosen.isEmpty()));
        options.forEach(
                each ->
                        all.add(
                                new Option(
                                        each.value(), each.label(), each.value().equals(chosen))));
        return new Control.Menu(all);
    }

    private static List<Option> options(List<String> words) {
        return words.stream().distinct().map(word -> new Option(word, word, false)).toList();
    }

    private static String chosen(List<String> words, OptionalInt index) {
        return index.isPresent() ? words.get(index.getAsInt()) : "";
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
