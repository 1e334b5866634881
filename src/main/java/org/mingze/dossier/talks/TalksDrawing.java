package org.mingze.dossier.talks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.dossier.Saying;
import org.mingze.duty.Obligations;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.showing.SentenceProse;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Institution;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Value;
import org.mingze.institution.wording.RuleWording;
import org.mingze.organization.Post;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// 画谈话登记页 — nobody is admonished here: the page says whose turn it is and what the article says.
record TalksDrawing(Knowledge known, LocalDate today, String post, String postName) {
    private static final int SHOWN_MAX = 60;
    private static final Set<String> TYPES = Set.of("谈话", "督办", "处置");
    private static final Set<String> KINDS =
            Set.of("提醒", "批评教育", "诫勉", "约谈", "督办", "指导", "告诫", "通报", "启动问责", "谈话提醒", "责令检查");

    TalksPage page() {
        List<Verdict> owed = owed();
        List<TalksPage.Rule> rules = rules();
        List<TalksPage.Talk> talks = talks();
        return new TalksPage(
                new Heading(
                        List.of(new Link("督查", "/supervision"), new Link("谈话和逐级", "")),
                        owed.isEmpty() ? "现在没有轮到你发函、约谈的" : "轮到你的有" + owed.size() + "件",
                        Prose.of("由谁定、由谁谈，依施行的制度；软件只说轮到谁，不约谈、不问责。"),
                        List.of(Act.of("登记谈话", "/records/new/Talk"))),
                part(owed),
                rules,
                rules.isEmpty()
                        ? Optional.of(
                                new Blank(
                                        "施行的制度里没有管提醒、约谈、诫勉的",
                                        "县里施行分级约谈、逐级发函一类的制度以后，由谁定、依哪一条，逐条列在这里。",
                                        Optional.of(Act.of("看制度", "/institutions"))))
                        : Optional.empty(),
                talks,
                talks.isEmpty()
                        ? Optional.of(
                                new Blank(
                                        "近一年没有提醒、约谈、诫勉的记录",
                                        "谈过以后记一笔，列在这里；谈话对象只给办理的人看。",
                                        Optional.of(Act.of("登记谈话", "/records/new/Talk"))))
                        : Optional.empty(),
                "谈话登记，" + postName + "所见，账上第" + known.size() + "笔为止，" + today + "。");
    }

    /// Rungs that a breach has reached and that the acting post or its body has to answer.
    private List<Verdict> owed() {
        Set<Value.Reference> bearers = new java.util.LinkedHashSet<>();
        bearers.add(Value.Reference.post(post));
        known.organization()
                .post(post, today)
                .map(Post::body)
                .map(Value.Reference::body)
                .ifPresent(bearers::add);
        return new Obligations(known, today, bearers)
                .verdicts(today.minusYears(1), today).stream()
                        .filter(
                                verdict ->
                                        verdict.obligation().duty().form()
                                                instanceof DutyForm.Escalation)
                        .filter(TalksDrawing::isOpen)
                        .sorted(
                                Comparator.comparing(
                                        verdict -> verdict.due().orElse(LocalDate.MAX)))
                        .toList();
    }

    private static boolean isOpen(Verdict verdict) {
        return verdict.standing() == Standing.OPEN || verdict.standing() == Standing.BREACHED;
    }

    private Part part(List<Verdict> owed) {
        Saying saying = Saying.of(known, today);
        List<Row> rows =
                owed.stream()
                        .map(
                                verdict ->
                                        new Row(
                                                Mark.of(
                                                        verdict.standing() == Standing.OPEN
                                                                ? Mark.Shape.OPEN
                                                                : Mark.Shape.BREACH),
                                                new Link(
                                                        Sentences.head(
                                                                verdict, known.organization()),
                                                        "/institutions/"
                                                                + verdict.obligation()
                                                                        .key()
                                                                        .institution()),
                                                SentenceProse.reason(
                                                        verdict.withoutClassed(known.records()),
                                                        known.organization(),
                                                        today),
                                                verdict.due()
                                                        .map(saying::left)
                                                        .orElse(Row.Due.NONE),
                                                Optional.of(new RungEntry(known, verdict).act())))
                        .toList();
        Part whole = Part.of("owed", "现在该办的一级", rows);
        return rows.isEmpty()
                ? new Part(
                        whole.id(),
                        whole.heading(),
                        "0",
                        false,
                        Optional.empty(),
                        List.of(),
                        Optional.of(
                                new Blank(
                                        "没有走到你这一级的",
                                        "逾期满了制度写的天数，该谁发函、约谈，就列在谁这里。",
                                        Optional.empty())))
                : whole;
    }

    private List<TalksPage.Rule> rules() {
        List<TalksPage.Rule> rules = new ArrayList<>();
        for (String id : known.rules().institutions()) {
            Optional<Institution> institution =
                    known.rules().inForce(id, today).map(Enactment::institution);
            institution.ifPresent(
                    enacted ->
                            enacted.duties().stream()
                                    .filter(TalksDrawing::speaksOfTalks)
                                    .map(duty -> rule(enacted, duty))
                                    .forEach(rules::add));
        }
        return rules;
    }

    /// A ladder, or a rule whose records are talks of a kind that somebody has to decide.
    private static boolean speaksOfTalks(Duty duty) {
        return duty.form() instanceof DutyForm.Escalation
                || Obligations.triggers(duty.form()).stream()
                        .anyMatch(
                                selector ->
                                        TYPES.contains(selector.recordType()) && names(selector));
    }

    private static boolean names(Selector selector) {
        return selector.condition()
                .map(condition -> condition.source())
                .filter(source -> KINDS.stream().anyMatch(kind -> source.contains("\"" + kind)))
                .isPresent();
    }

    private TalksPage.Rule rule(Institution institution, Duty duty) {
        RuleWording wording =
                new RuleWording(
                        institution,
                        name ->
                                known.rules()
                                        .parameter(
                                                institution,
                                                name,
                                                known.organization()
                                                        .post(post, today)
                                                        .map(Post::body),
                                                known.organization(),
                                                today));
        return new TalksPage.Rule(
                new Link(duty.name(), "/institutions/" + institution.id()),
                wording.of(duty),
                duty.basis().citation()
                        + duty.basis().words().map(words -> "：" + words).orElse(""));
    }

    private List<TalksPage.Talk> talks() {
        Sight sight = Sight.of(known.organization(), post, today);
        return Stream.of("谈话", "督办", "处置")
                .flatMap(type -> known.records().ofType(type, today.minusYears(1), today).stream())
                .filter(record -> KINDS.contains(kind(record)))
                .filter(record -> sight.sees(WorkRecords.body(record, known)))
                .sorted(
                        Comparator.comparing(WorkRecord::day)
                                .thenComparingLong(WorkRecord::number)
                                .reversed())
                .limit(SHOWN_MAX)
                .map(this::talk)
                .toList();
    }

    private static String kind(WorkRecord record) {
        return text(record, record.type().name().equals("处置") ? "措施" : "类");
    }

    private static String text(WorkRecord record, String field) {
        return record.field(field).orElse(new Value.Unknown(field))
                        instanceof Value.Text(String text)
                ? text
                : "";
    }

    private static Prose cause(WorkRecord cause) {
        return Prose.of("为")
                .reference(
                        "第" + cause.number() + "号" + cause.type().name(),
                        "/records/" + cause.number());
    }

    private TalksPage.Talk talk(WorkRecord record) {
        Saying saying = Saying.of(known, today);
        String by =
                record.field("谈话人").or(() -> record.field("机构")).map(saying::value).orElse("未知");
        Prose about =
                record.field("缘").orElse(new Value.Unknown("缘")) instanceof Value.Link(long number)
                        ? known.records().find(number).map(TalksDrawing::cause).orElse(Prose.EMPTY)
                        : record.field("向")
                                .map(saying::value)
                                .map(to -> Prose.of("向" + to))
                                .orElse(Prose.EMPTY);
        return new TalksPage.Talk(
                new Link("第" + record.number() + "号", "/records/" + record.number()),
                saying.day(record.day()),
                kind(record),
                by,
                about);
    }
}
