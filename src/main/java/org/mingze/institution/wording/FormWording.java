package org.mingze.institution.wording;

import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Expression;

/// What each form of duty asks for, in words.
///
/// @param who   the bearer in words
/// @param cause the name of the duty on whose breach an escalation climbs
record FormWording(ActWording words, String who, String cause) {
    /// What 起, 于, 后 and 卷 are called in a form.
    static ActWording names(ActWording words, DutyForm form) {
        return switch (form) {
            case DutyForm.Frequency frequency -> ofCycle(words, frequency.every());
            case DutyForm.Coverage coverage -> ofCycle(words, coverage.every());
            case DutyForm.Proportion proportion -> ofCycle(words, proportion.every());
            case DutyForm.Rota _, DutyForm.Escalation _, DutyForm.BreachResponse _ -> words;
            case DutyForm.Response response -> words.naming("起", response.trigger());
            case DutyForm.ClosedLoop loop ->
                    words.naming("起", loop.trigger()).naming("此", loop.trigger());
            case DutyForm.Invariant invariant ->
                    words.naming("于", invariant.of()).naming("此", invariant.of());
            case DutyForm.Prohibition prohibition ->
                    words.naming("于", prohibition.of()).naming("此", prohibition.of());
            case DutyForm.Precedence precedence ->
                    words.naming("后", precedence.later()).naming("此", precedence.later());
            case DutyForm.Steps steps ->
                    words.naming("卷", steps.dossier().root()).naming("此", steps.dossier().root());
        };
    }

    private static ActWording ofCycle(ActWording words, DutyForm.Cycle cycle) {
        return cycle instanceof DutyForm.Cycle.FromTo(Selector start, Selector _)
                ? words.naming("起", start)
                : words;
    }

    String of(DutyForm form) {
        return switch (form) {
            case DutyForm.Frequency frequency ->
                    who
                            + words.every(frequency.every())
                            + words.counted(frequency.acts(), frequency.bound(), frequency.count())
                            + words.window(frequency.window())
                            + spacing(frequency.spacing().map(words::slot));
            case DutyForm.Coverage coverage -> coverage(coverage);
            case DutyForm.Proportion proportion ->
                    who
                            + words.every(proportion.every())
                            + "的"
                            + words.words(proportion.numerator())
                            + "，占"
                            + words.words(proportion.denominator())
                            + "的比例"
                            + proportion.bound().word()
                            + words.share(proportion.share());
            case DutyForm.Rota rota -> new RotaWording(words, who).of(rota);
            case DutyForm.Response response -> response(response);
            case DutyForm.BreachResponse response ->
                    "违“"
                            + cause
                            + "”的，"
                            + who
                            + "须自次日起在"
                            + words.slot(response.limit())
                            + "内有"
                            + words.record(response.answer())
                            + RuleWording.restDays(response.restDays());
            case DutyForm.ClosedLoop loop -> loop(loop);
            case DutyForm.Invariant invariant ->
                    "凡"
                            + words.record(invariant.of())
                            + when(invariant.when())
                            + "，"
                            + who
                            + "须做到："
                            + words.words(invariant.must())
                            + consequence(invariant.consequence());
            case DutyForm.Prohibition prohibition ->
                    prohibition
                                    .when()
                                    .map(
                                            of ->
                                                    "凡"
                                                            + words.record(prohibition.of())
                                                            + "，不得有这样的情形："
                                                            + words.words(of))
                                    .orElseGet(() -> "不得有" + words.record(prohibition.of()))
                            + "；由"
                            + who
                            + "负责"
                            + consequence(prohibition.consequence());
            case DutyForm.Precedence precedence -> precedence(precedence);
            case DutyForm.Steps steps -> steps(steps);
            case DutyForm.Escalation escalation -> escalation(escalation);
        };
    }

    private static String spacing(Optional<String> span) {
        return span.map(of -> "，相邻两次至少间隔" + of).orElse("");
    }

    private String coverage(DutyForm.Coverage coverage) {
        String members =
                switch (coverage.members()) {
                    case DutyForm.Members.Listed(Expression list) -> words.words(list);
                    case DutyForm.Members.OpenRecords(Selector selector) ->
                            "期内在办的" + words.record(selector);
                };
        String belonging =
                switch (coverage.membership()) {
                    case AT_START -> "以期初在列的为准";
                    case AT_END -> "以期末在列的为准";
                    case AT_ANY_TIME -> "期内曾在列的都算";
                };
        String successor = coverage.countedBy() == DutyForm.CountedBy.PERSON ? "，按人计，换人重新计" : "";
        return who
                + words.every(coverage.every())
                + "对"
                + members
                + "，逐一"
                + words.counted(coverage.acts(), coverage.bound(), coverage.count())
                + words.window(coverage.window())
                + spacing(coverage.spacing().map(words::slot))
                + "；"
                + belonging
                + successor
                + coverage.enlisted().map(of -> "；在列不满" + words.slot(of) + "的不适用").orElse("");
    }

    private String response(DutyForm.Response response) {
        String limit =
                response.notBefore()
                        .map(
                                span ->
                                        "满"
                                                + words.slot(span)
                                                + "后的"
                                                + words.slot(response.limit())
                                                + "内（提前的不算）")
                        .orElseGet(() -> "在" + words.slot(response.limit()) + "内");
        return "凡有"
                + words.record(response.trigger())
                + "，"
                + who
                + "须自次日起"
                + limit
                + "有"
                + following(response.answer())
                + RuleWording.restDays(response.restDays())
                + RuleWording.extendable(response.extendable(), words)
                + response.deduction().map(this::deduction).orElse("");
    }

    private String deduction(DutyForm.Deduction deduction) {
        return "；"
                + words.record(deduction.records())
                + "期间（"
                + words.words(deduction.from())
                + "至"
                + words.words(deduction.to())
                + "）不计入";
    }

    /// An answer that must be tied to its occasion.
    private String following(Selector answer) {
        return switch (answer.link()) {
            case Selector.Link.Follows _ -> "承接它的" + words.record(answer);
            case Selector.Link.Condition _, Selector.Link.Anything _ -> words.record(answer);
        };
    }

    private String loop(DutyForm.ClosedLoop loop) {
        String fields =
                loop.required().stream()
                        .filter(DutyForm.Requirement.Filled.class::isInstance)
                        .map(DutyForm.Requirement::name)
                        .collect(Collectors.joining("、"));
        String followers =
                loop.required().stream()
                        .filter(DutyForm.Requirement.FollowedBy.class::isInstance)
                        .map(DutyForm.Requirement::name)
                        .collect(Collectors.joining("、"));
        String filling =
                (fields.isEmpty() ? "" : "写明" + fields)
                        + (fields.isEmpty() || followers.isEmpty() ? "" : "，并")
                        + (followers.isEmpty() ? "" : "有承接它的" + followers);
        String first =
                filling.isEmpty()
                        ? ""
                        : "，在"
                                + loop.completeWithin().map(words::slot).orElse("限期")
                                + "内"
                                + filling;
        String last =
                loop.closing()
                        .map(
                                closing ->
                                        "，不晚于"
                                                + loop.deadline().map(words::words).orElse("期限")
                                                + "有"
                                                + following(closing))
                        .orElse("");
        return "凡"
                + words.record(loop.trigger())
                + "，由"
                + who
                + "逐件办理"
                + first
                + last
                + loop.relapse().map(of -> "；有" + following(of) + "的，重新办理").orElse("")
                + RuleWording.restDays(loop.restDays())
                + RuleWording.extendable(loop.extendable(), words);
    }

    private String when(Optional<Expression> when) {
        return when.map(of -> "，如" + words.words(of)).orElse("");
    }

    private static String consequence(DutyForm.Consequence consequence) {
        return switch (consequence) {
            case REFUSE -> "；不合的，当场办理时不予受理，事后补录的记为违";
            case WARN -> "；不合的，录入时提醒，并记为违";
            case NOTE -> "；不合的，记为违";
        };
    }

    private String precedence(DutyForm.Precedence precedence) {
        boolean follows = precedence.earlier().link() instanceof Selector.Link.Follows;
        return "凡"
                + words.record(precedence.later())
                + when(precedence.when())
                + "，"
                + who
                + "须在此之前先有"
                + (follows ? "它所承接的" : "")
                + words.record(precedence.earlier())
                + distance(precedence.distance())
                + consequence(precedence.consequence());
    }

    private String distance(Optional<DutyForm.Distance> distance) {
        return distance.map(
                        of ->
                                of.atLeast().map(span -> "，相隔至少" + words.slot(span)).orElse("")
                                        + of.atMost()
                                                .map(span -> "，相隔至多" + words.slot(span))
                                                .orElse(""))
                .orElse("");
    }

    private String steps(DutyForm.Steps steps) {
        String names =
                steps.steps().stream()
                        .map(
                                step ->
                                        step.name()
                                                + step.absent()
                                                        .map(of -> "（" + words.words(of) + "的可缺）")
                                                        .orElse(""))
                        .collect(Collectors.joining("、"));
        return who
                + "办理"
                + steps.dossier().name()
                + when(steps.when())
                + "，须依次经过"
                + names
                + "，前面各步没有办的不得办后一步"
                + distance(steps.distance())
                + consequence(steps.consequence());
    }

    private String escalation(DutyForm.Escalation escalation) {
        String rungs = escalation.rungs().stream().map(this::rung).collect(Collectors.joining("；"));
        boolean counts =
                escalation.rungs().stream()
                        .anyMatch(rung -> rung.reached() instanceof DutyForm.Reached.Times);
        return "违“"
                + cause
                + "”的，逐级处理："
                + rungs
                + escalation.within().map(unit -> "；次数按每" + unit.word() + "计").orElse("")
                + (counts ? (escalation.resets() ? "；其间已履的，次数重新计" : "；其间已履的，次数不重新计") : "");
    }

    private String rung(DutyForm.Rung rung) {
        String reached =
                switch (rung.reached()) {
                    case DutyForm.Reached.After(var span) -> "满" + words.slot(span);
                    case DutyForm.Reached.Times(var count) -> "第" + words.slot(count) + "次";
                };
        return reached
                + "的，由"
                + words.bearer(rung.authority())
                + rung.limit().map(of -> "在" + words.slot(of) + "内").orElse("")
                + rung.act()
                + rung.approvedBy().map(by -> "，须经" + words.bearer(by) + "批准").orElse("")
                + rung.informed().map(to -> "，告知" + words.bearer(to)).orElse("");
    }
}
