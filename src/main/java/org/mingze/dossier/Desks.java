package org.mingze.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.calendar.Span;
import org.mingze.calendar.SpanUnit;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.Vocabulary;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Field;
import org.mingze.web.Field.Option;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

/// 案头 — the acts that are open on a dossier, as forms.
///
/// @param seen     how many entries the page shows, so that an old page is told from a new one
/// @param foreseen what the rules would refuse to this post whatever it typed
/// @param attempt  the form that was just sent and did not enter
record Desks(
        Dossier dossier,
        Saying saying,
        String post,
        Sight sight,
        int seen,
        Extending extending,
        Map<DossierAct, Refusal> foreseen,
        Vocabulary vocabulary,
        Optional<Attempt> attempt) {
    static final String SEEN = "seen";
    static final String FILES = "附";
    static final String REASON = "由";
    static final String FOUND = "情况";
    static final String SAID = "内容";

    /// 可延之事 — what may still be extended, who may grant it, and what may be taken back.
    ///
    /// @param verdict   open, not yet due, of a duty that allows another extension
    /// @param most      by how much its rule lets one extension move the limit
    /// @param approvers the posts that its rule names
    /// @param recorded  the extensions that the acting post recorded itself
    record Extending(
            Optional<Verdict> verdict,
            Optional<Span> most,
            List<String> approvers,
            List<Entry> recorded) {
        static Extending of(
                Dossier dossier, Knowledge known, LocalDate today, List<Entry> recorded) {
            Obligations obligations = new Obligations(known, today);
            Optional<Verdict> verdict =
                    dossier.verdicts().stream()
                            .filter(each -> each.standing() == Standing.OPEN)
                            .filter(
                                    each ->
                                            each.due()
                                                    .filter(day -> !day.isBefore(today))
                                                    .isPresent())
                            .filter(obligations::isExtendable)
                            .findFirst();
            return new Extending(
                    verdict,
                    verdict.flatMap(owed -> obligations.extensionMost(owed.obligation())),
                    verdict.map(owed -> obligations.approvers(owed.obligation())).orElse(List.of()),
                    recorded);
        }

        /// Whether it counts only where the act says that the party was told.
        boolean isNotified() {
            return verdict.flatMap(owed -> owed.obligation().duty().form().extending())
                    .filter(DutyForm.Extendable::notice)
                    .isPresent();
        }

        /// The days that its rule allows, as a form proposes them; empty text where it counts
        /// otherwise.
        String days() {
            return most.filter(span -> span.unit() == SpanUnit.DAY)
                    .map(span -> String.valueOf(span.amount()))
                    .orElse("");
        }

        /// The rule that says who grants it.
        String rule() {
            return verdict.map(
                            owed ->
                                    owed.obligation().duty().basis().citation()
                                            + "（"
                                            + owed.obligation().duty().name()
                                            + "）")
                    .orElse("");
        }
    }

    List<DossierPage.Desk> all(List<DossierAct> open) {
        List<DossierPage.Desk> desks = new ArrayList<>();
        for (DossierAct act : open) {
            boolean main =
                    desks.isEmpty()
                            && !dossier.isLookedAt()
                            && act != DossierAct.EXTENSION_WITHDRAWAL;
            Optional<Refusal> refused = Optional.ofNullable(foreseen.get(act));
            desks.add(
                    refused.map(why -> closed(dossier, act, why)).orElseGet(() -> desk(act, main)));
        }
        return desks;
    }

    /// An act that cannot be done now: its place says why, and nothing can be sent from it.
    static DossierPage.Desk closed(Dossier dossier, DossierAct act, Refusal refusal) {
        return new DossierPage.Desk(
                act.address(),
                act.heading(),
                Prose.EMPTY,
                "/dossiers/" + dossier.number() + "/" + act.address(),
                List.of(),
                List.of(),
                act.sendWord(),
                false,
                Optional.of(refusal));
    }

    private DossierPage.Desk desk(DossierAct act, boolean main) {
        return new DossierPage.Desk(
                act.address(),
                act.heading(),
                hint(act),
                "/dossiers/" + dossier.number() + "/" + act.address(),
                hidden(act),
                fields(act),
                act.sendWord(),
                main,
                attempt.filter(tried -> tried.act() == act).flatMap(Attempt::refusal));
    }

    List<DossierPage.Hidden> hidden(DossierAct act) {
        List<DossierPage.Hidden> hidden = new ArrayList<>();
        hidden.add(new DossierPage.Hidden(SEEN, String.valueOf(seen)));
        String followed =
                switch (act) {
                    case VERIFICATION -> "整改";
                    case CLOSURE -> "验收";
                    case CONCLUSION, RETURN -> "反馈";
                    default -> "";
                };
        dossier.last(followed)
                .map(last -> new DossierPage.Hidden(followed, String.valueOf(last.number())))
                .ifPresent(hidden::add);
        return hidden;
    }

    private Prose hint(DossierAct act) {
        if (act == DossierAct.CONCLUSION && dossier.isDeclined()) {
            return Prose.of("责任单位说不属它的职责。")
                    .reference("转交别的单位", dossier.handingOn())
                    .words("，记下新的交办，再把这一件办结；不同意它的说法，用退回重办。");
        }
        return act == DossierAct.EXTENSION
                ? Prose.of(
                        "到期（"
                                + extending
                                        .verdict()
                                        .flatMap(Verdict::due)
                                        .map(saying::day)
                                        .orElse("")
                                + "）以前批准并记下，才算数。谁能批，依"
                                + extending.rule()
                                + "。")
                : Prose.of(act.hint());
    }

    List<Field> fields(DossierAct act) {
        return switch (act) {
            case COMPLETION -> completion();
            case MEASURE ->
                    List.of(
                            questions().area(act, "内容", "措施", true, ""),
                            questions().menu(act, "责任人", "责任人", answering(), responsible()),
                            questions().date(act, "期限", written("期限")));
            case RECTIFICATION ->
                    List.of(
                            questions().area(act, "情况", "整改情况", true, "做了什么，还差什么"),
                            questions().files(act, false));
            case VERIFICATION ->
                    placed(
                            act,
                            questions()
                                    .choices(act, "结论", "结论", List.of("通过", "不通过", "修改后通过"), true),
                            questions().area(act, REASON, "还差什么", false, "没有通过的写明，责任人今日看得到"),
                            questions().files(act, true));
            case CLOSURE -> List.of();
            case RECHECK ->
                    placed(
                            act,
                            questions().choices(act, "合格", "是否合格", List.of("是", "否"), true),
                            questions().area(act, FOUND, "看到的情况", false, "不合格的写明"),
                            questions().files(act, false));
            case REOPENING -> List.of(questions().area(act, "由", "怎么复发的", true, ""));
            case ACCEPTANCE ->
                    placed(
                            act,
                            questions().choices(act, "受理否", "是否受理", List.of("是", "否"), true),
                            questions().area(act, REASON, "不予受理的理由", false, "不予受理的写明"),
                            questions().choices(act, "告知", "已告知来件人", List.of("是", "否"), false));
            case REPLY ->
                    placed(
                            act,
                            questions().area(act, SAID, "答复内容", false, "个人信息；附了答复书的可以不写"),
                            questions().date(act, "送达日", saying.today().toString()),
                            questions().choices(act, "书面", "书面答复", List.of("是", "否"), true),
                            questions().choices(act, "满意", "来件人满意", List.of("是", "否"), false),
                            questions().files(act, false));
            case ACKNOWLEDGEMENT, CONCLUSION -> List.of();
            case FEEDBACK ->
                    List.of(
                            questions()
                                    .choices(act, "结果", "结果", List.of("已办", "进展", "不属本单位职责"), true),
                            questions().area(act, "情况", "办理情况", true, "做了什么，还差什么"),
                            questions().files(act, false));
            case RETURN -> List.of(questions().area(act, "由", "还差什么", true, ""));
            case SATISFACTION ->
                    List.of(questions().choices(act, "满意", "来件人满意", List.of("是", "否"), true));
            case EXTENSION -> extension();
            case EXTENSION_WITHDRAWAL ->
                    List.of(
                            questions().menu(act, "原", "撤销哪一笔", recorded(), recordedLast()),
                            questions().area(act, "因", "理由", true, ""));
        };
    }

    /// Only what the county's vocabulary has a place for.
    private List<Field> placed(DossierAct act, Field... fields) {
        RecordType type = vocabulary.recordTypes().get(act.recordType());
        return Stream.of(fields)
                .filter(field -> type != null && type.fields().containsKey(field.name()))
                .toList();
    }

    private List<Field> extension() {
        DossierAct act = DossierAct.EXTENSION;
        List<Option> posts =
                extending.approvers().stream()
                        .map(code -> new Option(code, saying.who(code), false))
                        .toList();
        String only = posts.size() == 1 ? posts.getFirst().value() : "";
        List<Field> fields = new ArrayList<>();
        fields.add(questions().line(act, "限", "延多少日", extending.days(), "日"));
        fields.add(questions().menu(act, "批", "谁批准", posts, only));
        if (extending.isNotified()) {
            fields.add(questions().choices(act, "告知", "已告知来件人", List.of("是", "否"), true));
        }
        return fields;
    }

    private List<Option> recorded() {
        return extending.recorded().stream().map(Desks::withdrawable).toList();
    }

    private static Option withdrawable(Entry made) {
        String by = made.content().text("限").orElse("");
        return new Option(String.valueOf(made.number()), "第" + made.number() + "号，延长" + by, false);
    }

    private String recordedLast() {
        return recorded().size() == 1 ? recorded().getFirst().value() : "";
    }

    private DeskQuestions questions() {
        return new DeskQuestions(attempt);
    }

    private List<Field> completion() {
        DossierAct act = DossierAct.COMPLETION;
        List<Field> fields = new ArrayList<>();
        if (!dossier.root().isFilled("责任单位")) {
            List<Option> bodies =
                    sight.bodies(saying.organization(), saying.today()).stream()
                            .map(body -> new Option(body.code(), body.name(), false))
                            .toList();
            fields.add(questions().menu(act, "责任单位", "责任单位", bodies, ""));
        }
        fields.add(
                questions()
                        .area(
                                act,
                                "原因",
                                "原因",
                                true,
                                dossier.text("原因").isEmpty()
                                        ? ""
                                        : "现为：" + dossier.text("原因").get()));
        fields.add(questions().menu(act, "责任人", "责任人", answering(), responsible()));
        fields.add(questions().date(act, "期限", written("期限")));
        return fields;
    }

    private String responsible() {
        return dossier.reference("责任人").map(Value.Reference::code).orElse("");
    }

    private String written(String field) {
        return dossier.day(field)
                .filter(day -> !day.isBefore(saying.today()))
                .map(LocalDate::toString)
                .orElse("");
    }

    /// The posts of the body that answers and of the one above it; of all that is seen without one.
    private List<Option> answering() {
        Organization organization = saying.organization();
        LocalDate day = saying.today();
        List<Body> bodies =
                dossier.body()
                        .map(
                                code ->
                                        Stream.concat(
                                                        organization.subtree(code, day).stream(),
                                                        organization.superior(code, day).stream())
                                                .toList())
                        .orElseGet(() -> sight.bodies(organization, day));
        return posts(bodies);
    }

    private List<Option> posts(List<Body> bodies) {
        return bodies.stream()
                .flatMap(
                        body -> saying.organization().postsIn(body.code(), saying.today()).stream())
                .map(Post::code)
                .distinct()
                .map(code -> new Option(code, saying.who(code), false))
                .limit(200)
                .toList();
    }
}
