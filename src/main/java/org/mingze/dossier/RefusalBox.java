package org.mingze.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.duty.Refusals;
import org.mingze.duty.Verdict;
import org.mingze.duty.WhyNot;
import org.mingze.institution.Basis;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Act;
import org.mingze.web.Refusal;

/// 拒绝框 — what stands against an act on a dossier: the condition, the fact, the article, ways out.
record RefusalBox(Dossier dossier, Saying saying) {
    /// Rules that ask for somebody else; other ways out would be of no use.
    private static final String OTHERS = "他人";

    Refusal of(DossierAct act, List<Refusals.Opinion> opinions) {
        Verdict first = opinions.getFirst().verdict();
        String facts =
                opinions.stream()
                        .map(opinion -> fact(opinion.verdict()))
                        .distinct()
                        .collect(Collectors.joining(""));
        boolean elsewhere =
                opinions.stream()
                        .anyMatch(
                                opinion ->
                                        opinion.verdict()
                                                .obligation()
                                                .duty()
                                                .number()
                                                .endsWith(OTHERS));
        Optional<Post> other = elsewhere ? somebodyElse() : Optional.empty();
        String remedy =
                other.map(post -> "可以由" + saying.who(post.code()) + "来办。").orElse("补齐以后再记。");
        List<Act> ways = new ArrayList<>();
        if (other.isPresent()) {
            ways.add(Act.small("换一个岗位", "/more"));
        } else {
            ways.add(Act.small("补齐这一项", "#" + act.address()));
        }
        ways.add(
                Act.small(
                        "看这条制度",
                        "/institutions/" + first.obligation().enactment().institution().id()));
        return new Refusal(
                "现在不能" + act.verb() + "：" + first.obligation().duty().name(),
                facts + remedy,
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

    private String fact(Verdict verdict) {
        String read =
                verdict.rejected().stream()
                        .map(rejection -> WhyNot.words(rejection, saying.organization()))
                        .collect(Collectors.joining("；"));
        String said = read.isEmpty() ? verdict.note() : read;
        return said.isEmpty() ? "" : said + "。";
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

    /// Somebody near who neither answers for it nor rectified it: discipline first, then the head
    /// of the body above.
    private Optional<Post> somebodyElse() {
        Organization organization = saying.organization();
        List<String> excluded = new ArrayList<>();
        dossier.reference("责任人").map(Value.Reference::code).ifPresent(excluded::add);
        dossier.last("整改")
                .flatMap(record -> record.field("人"))
                .ifPresent(
                        value -> {
                            if (value instanceof Value.Reference by) {
                                excluded.add(by.code());
                            }
                        });
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
                .findFirst();
    }
}
