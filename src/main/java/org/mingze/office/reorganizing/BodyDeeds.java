package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.dossier.Dossiers;
import org.mingze.dossier.LedgerKind;
import org.mingze.duty.AsOf;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.WorkRecord;

/// 机构怎么变 — what a deed on a whole body comes to, with its posts and what stands below it.
record BodyDeeds(Steps steps) {
    void rename(Body body) {
        told().needFreeName(body.code());
        steps.add(
                "机构变更",
                Map.of("机构", body.code(), "名", told().text("name")),
                body.name() + "更名为" + told().text("name"));
    }

    void transfer(Body body) {
        told().body("under")
                .ifPresent(
                        under ->
                                steps.add(
                                        "机构变更",
                                        Map.of("机构", body.code(), "属", under.code()),
                                        body.name() + "连同下面的机构，归" + under.name()));
    }

    void merge(Body body) {
        Optional<Body> into = told().body("into");
        if (into.isEmpty()) {
            return;
        }
        if (into.get().code().equals(body.code())) {
            told().fault("into", "不能并入它自己，换一个机构");
            return;
        }
        for (Post post : organization().postsIn(body.code(), steps.day())) {
            moved(post, into.get().code(), into.get().name());
        }
        for (Body below : organization().subordinates(body.code(), steps.day())) {
            below(below, into.get().code(), into.get().name());
        }
        steps.add(
                "撤销机构",
                Map.of("机构", body.code(), "并入", into.get().code()),
                "撤销" + body.name() + "，并入" + into.get().name());
    }

    void establish(Body under) {
        String code = nextBody();
        told().needFreeName(code);
        steps.add(
                "机构",
                Map.of(
                        "号", code,
                        "名", told().text("name"),
                        "类", told().text("kind"),
                        "级", told().text("level"),
                        "属", under.code()),
                "在%s下设立%s，%s，%s"
                                .formatted(
                                        under.name(),
                                        told().text("name"),
                                        told().text("kind"),
                                        told().text("level"))
                        + unheard());
    }

    /// Institutions go by kind and level: a word of its own reaches no duty.
    private String unheard() {
        List<Body> all = organization().bodies(steps.day());
        String kind = told().text("kind");
        String level = told().text("level");
        return all.stream().noneMatch(body -> body.kind().equals(kind))
                ? "；本县没有别的" + kind + "，按类别定的职责落不到它，核对写法"
                : all.stream().noneMatch(body -> body.level().filter(level::equals).isPresent())
                        ? "；本县没有别的机构在" + level + "，核对写法"
                        : "";
    }

    void close(Body body) {
        List<Body> below = organization().subordinates(body.code(), steps.day());
        if (!below.isEmpty()) {
            told().fault(
                            "body",
                            body.name()
                                    + "下面还有"
                                    + below.getFirst().name()
                                    + "等"
                                    + below.size()
                                    + "个机构，先划转；或改办“并入”");
            return;
        }
        List<Long> open = open(body);
        if (!open.isEmpty()) {
            told().fault(
                            "body",
                            "%s还有第%d号等%d件没办完：先办结或转交；或改办“并入”，由并入的机构接着办"
                                    .formatted(body.name(), open.getFirst(), open.size()));
            return;
        }
        for (Post post : organization().postsIn(body.code(), steps.day())) {
            steps.abolish(post, "body");
        }
        steps.add("撤销机构", Map.of("机构", body.code()), "撤销" + body.name());
    }

    void split(Body body) {
        String code = nextBody();
        told().needFreeName(code);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("号", code);
        fields.put("名", told().text("name"));
        fields.put("类", body.kind());
        body.level().ifPresent(level -> fields.put("级", level));
        body.parent().ifPresent(parent -> fields.put("属", parent));
        body.place().ifPresent(place -> fields.put("地", place));
        steps.add("机构", fields, "设立" + told().text("name") + "，类别和上级与" + body.name() + "相同");
        Set<String> moved = new HashSet<>();
        for (String line : told().lines("posts")) {
            Optional<Post> post =
                    organization()
                            .findPost(line, steps.day())
                            .flatMap(found -> organization().post(found, steps.day()))
                            .filter(found -> found.body().equals(body.code()));
            if (post.isEmpty()) {
                told().fault("posts", body.name() + "没有岗位“" + line + "”，核对全名");
            } else {
                moved.add(post.get().code());
                String left = moved.size() == postsIn(body) ? withoutPost(body) : "";
                moved(post.get(), code, told().text("name") + left);
            }
        }
        for (String line : told().lines("below")) {
            Optional<Body> below =
                    organization()
                            .findBody(line, steps.day())
                            .flatMap(f -> organization().body(f, steps.day()));
            if (below.isEmpty()) {
                told().fault("below", "没有机构“" + line + "”，核对全名");
            } else {
                below(below.get(), code, told().text("name"));
            }
        }
    }

    private int postsIn(Body body) {
        return organization().postsIn(body.code(), steps.day()).size();
    }

    /// Whoever splits off the last post of a body is told what stays behind.
    private String withoutPost(Body body) {
        int open = open(body).size();
        return "；%s从此没有岗位".formatted(body.name())
                + (open == 0 ? "" : "，没办完的%d件仍归它，先转交或给它设岗".formatted(open));
    }

    private void moved(Post post, String body, String name) {
        steps.add("岗位变更", Map.of("岗", post.code(), "于", body), post.name() + "归" + name);
    }

    private void below(Body below, String body, String name) {
        steps.add("机构变更", Map.of("机构", below.code(), "属", body), below.name() + "归" + name);
    }

    /// The dossiers that the body has to answer for and that are not settled.
    private List<Long> open(Body body) {
        Dossiers dossiers = new Dossiers(new AsOf(steps.known(), steps.today()));
        Value.Reference here = Value.Reference.body(body.code());
        return Stream.of(LedgerKind.values())
                .flatMap(kind -> answering(kind, here))
                .map(WorkRecord::number)
                .filter(
                        number ->
                                dossiers.find(number)
                                        .filter(dossier -> !dossier.isSettled())
                                        .isPresent())
                .toList();
    }

    private Stream<WorkRecord> answering(LedgerKind kind, Value.Reference body) {
        return steps
                .known()
                .records()
                .naming(kind.recordType(), kind.body(), body, LocalDate.MIN, LocalDate.MAX)
                .stream();
    }

    private String nextBody() {
        return "b" + (steps.known().size() + 1);
    }

    private Told told() {
        return steps.told();
    }

    private Organization organization() {
        return steps.known().organization();
    }
}
