package org.mingze.dossier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.Refusals;
import org.mingze.duty.Verdict;
import org.mingze.duty.WhyNot;
import org.mingze.institution.Basis;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Act;
import org.mingze.web.Refusal;
import org.mingze.work.WorkRecord;

/// 拒绝框 — what stands against an act on a dossier: the condition, the fact, the article, ways out.
record RefusalBox(Dossier dossier, Saying saying, String post) {
    /// The name by which a rule asks who acts: a post, or one of a body.
    private static final String WHO = "人";

    Refusal of(DossierAct act, List<Refusals.Opinion> opinions) {
        Verdict first = opinions.getFirst().verdict();
        String facts =
                opinions.stream()
                        .map(opinion -> fact(opinion.verdict()))
                        .distinct()
                        .collect(Collectors.joining(""));
        boolean elsewhere = opinions.stream().anyMatch(each -> asksWho(each.verdict()));
        List<Act> ways = new ArrayList<>();
        ways.add(
                elsewhere
                        ? Act.small("换一个岗位", "/more#posts")
                        : Act.small("补齐这一项", "#" + act.address()));
        ways.add(
                Act.small(
                        "看这条制度",
                        "/institutions/" + first.obligation().enactment().institution().id()));
        return new Refusal(
                "现在不能" + act.verb() + "：" + first.obligation().duty().name(),
                facts + (elsewhere ? whose(first, act) : "补齐以后再记。"),
                basis(opinions),
                ways);
    }

    /// The form is of a page that no longer shows how things stand, or of an act not open now.
    static Refusal stale(Dossier dossier, DossierAct act) {
        return new Refusal(
                "现在不能" + act.verb() + "：这一件已到“" + dossier.stage() + "”",
                "打开这一页以后，案卷里有了新的记录。看过上面的经过，再决定办不办。",
                "",
                List.of(Act.small("看经过", "/dossiers/" + dossier.number())));
    }

    /// The form does not tell which page it was sent from, so nobody can say that it is not stale.
    static Refusal notWhole(Dossier dossier, DossierAct act) {
        return new Refusal(
                "现在不能" + act.verb() + "：送来的表不全",
                "表里没有写明你看到案卷的哪一笔，没有记下；填写的没有丢。重新打开案卷，看过经过再办。",
                "",
                List.of(Act.small("重新打开案卷", "/dossiers/" + dossier.number())));
    }

    private String fact(Verdict verdict) {
        if (asksWho(verdict)) {
            return "现在以“" + saying.name(post) + "”行事。";
        }
        String read =
                verdict.rejected().stream()
                        .map(rejection -> WhyNot.words(rejection, saying.organization()))
                        .collect(Collectors.joining("；"));
        String said = read.isEmpty() ? verdict.note() : read;
        return said.isEmpty() ? "" : said + "。";
    }

    static boolean asksWho(Verdict verdict) {
        return verdict.rejected().stream()
                .anyMatch(rejection -> !Expression.compared(rejection.condition(), WHO).isEmpty());
    }

    private static String basis(List<Refusals.Opinion> opinions) {
        return opinions.stream()
                .map(opinion -> opinion.verdict().obligation().duty().basis())
                .map(RefusalBox::article)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String article(Basis basis) {
        return basis.citation() + basis.words().map(words -> "：" + words).orElse("");
    }

    /// Whose turn the rules on such an act say that it is.
    private String whose(Verdict first, DossierAct act) {
        List<Expression.Compared> asked =
                first.obligation().enactment().institution().duties().stream()
                        .flatMap(duty -> condition(duty.form(), act).stream())
                        .flatMap(condition -> Expression.compared(condition, WHO).stream())
                        .toList();
        Set<String> excluded = codes(asked, Expression.Compared::not);
        Set<String> turns = codes(asked, each -> !each.not());
        if (turns.isEmpty() && excluded.isEmpty()) {
            return "换一个人来办。";
        }
        if (turns.isEmpty()) {
            List<String> others = others(excluded);
            return "除了"
                    + excluded.stream().map(this::called).collect(Collectors.joining("、"))
                    + "，看得到这一件的别的岗位都能办"
                    + (others.isEmpty() ? "。" : "，就近的有" + String.join("、", others) + "。");
        }
        List<String> not =
                excluded.stream()
                        .filter(code -> turns.contains(body(code)))
                        .map(this::called)
                        .toList();
        return "这一步由"
                + turns.stream().map(this::called).collect(Collectors.joining("或"))
                + "办"
                + (not.isEmpty() ? "" : "，" + String.join("、", not) + "除外")
                + "。";
    }

    private static Optional<String> condition(DutyForm form, DossierAct act) {
        return form instanceof DutyForm.Invariant invariant
                        && invariant.of().recordType().equals(act.recordType())
                        && invariant.consequence() == DutyForm.Consequence.REFUSE
                ? Optional.of(invariant.must().source())
                : Optional.empty();
    }

    private Set<String> codes(
            List<Expression.Compared> asked, Predicate<Expression.Compared> which) {
        return asked.stream()
                .filter(which)
                .flatMap(each -> code(each.path()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// What a path such as 验收.整改.人 holds in this dossier.
    private Optional<String> code(List<String> steps) {
        Optional<WorkRecord> record = named(steps.getFirst());
        for (String step : steps.subList(1, steps.size() - 1)) {
            record = record.flatMap(each -> each.field(step)).flatMap(this::linked);
        }
        return record.flatMap(each -> each.field(steps.getLast()))
                .filter(Value.Reference.class::isInstance)
                .map(value -> ((Value.Reference) value).code());
    }

    private Optional<WorkRecord> named(String type) {
        return dossier.root().type().name().equals(type)
                ? Optional.of(dossier.root())
                : dossier.last(type);
    }

    private Optional<WorkRecord> linked(Value value) {
        return Stream.concat(Stream.of(dossier.root()), dossier.members().stream())
                .filter(record -> value.equals(new Value.Link(record.number())))
                .findFirst();
    }

    private String body(String code) {
        return saying.organization().post(code, saying.today()).map(Post::body).orElse("");
    }

    /// A post with its holder; a body as its posts.
    private String called(String code) {
        Organization organization = saying.organization();
        if (organization.body(code, saying.today()).isPresent()) {
            return saying.name(code) + "的岗位";
        }
        return saying.name(code)
                + organization
                        .holder(code, saying.today())
                        .map(person -> "（" + saying.name(person) + "）")
                        .orElse("");
    }

    /// Who is near and whom no rule excludes: discipline first, then the head of the body above.
    private List<String> others(Set<String> excluded) {
        Organization organization = saying.organization();
        Optional<Body> above =
                dossier.body().flatMap(code -> organization.superior(code, saying.today()));
        List<Body> near = new ArrayList<>();
        above.ifPresent(
                body -> {
                    organization.subordinates(body.code(), saying.today()).stream()
                            .filter(below -> below.kind().equals("纪委"))
                            .forEach(near::add);
                    near.add(body);
                });
        return near.stream()
                .map(body -> organization.headPost(body.code(), saying.today()))
                .flatMap(Optional::stream)
                .filter(post -> !excluded.contains(post.code()))
                .filter(post -> organization.holder(post.code(), saying.today()).isPresent())
                .map(post -> called(post.code()))
                .distinct()
                .toList();
    }
}
