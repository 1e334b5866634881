package org.mingze.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.duty.AsOf;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.DossierKind;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Act;
import org.mingze.web.Field;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.classed.ClassedSight;

/// 所见案卷 — one dossier as one post sees it on a day. It must not outlive what is known.
record DossierView(
        Knowledge known,
        Saying saying,
        Sight sight,
        String post,
        Dossier dossier,
        List<DossierPage.Step> chain,
        Desks.Extending extending) {
    private static final String PRESSING = "督办";
    private static final String PETITION_OFFICE = "信访机构";

    /// @throws NotFound     if the number roots no dossier
    /// @throws NotPermitted if the post may not see it
    static DossierView of(Knowledge known, LocalDate today, Officer officer, long number) {
        AsOf asOf = new AsOf(known, today);
        Sight sight = Sight.of(known.organization(), officer.post().code(), today);
        Dossier dossier =
                new Dossiers(asOf)
                        .find(number)
                        .orElseThrow(
                                () ->
                                        new NotFound(
                                                "没有第" + number + "号案卷", "这个号不是问题或来件，或已撤销。从台账里找。"));
        if (!sight.sees(dossier.root(), dossier.body())) {
            throw new NotPermitted(
                    "第" + number + "号案卷不归" + officer.post().name() + "看",
                    "你能看到本单位和下级单位的案卷。",
                    "要看这一件，找"
                            + dossier.body()
                                    .map(code -> Saying.of(known, today).name(code))
                                    .orElse("登记它的单位")
                            + "，或县督查室。");
        }
        Saying saying = Saying.of(known, today);
        String post = officer.post().code();
        ChainDrawing chain =
                new ChainDrawing(dossier, saying, known, ClassedSight.of(known, post, today));
        return new DossierView(
                known,
                saying,
                sight,
                post,
                dossier,
                chain.steps(),
                Desks.Extending.of(
                        dossier,
                        known,
                        today,
                        chain.extensions().stream()
                                .filter(made -> made.recorder().post().equals(post))
                                .toList()));
    }

    /// Whether the post did or answers for a part of this, so that what is next may be another's.
    boolean isInvolved() {
        return Stream.concat(Stream.of(dossier.root()), dossier.members().stream())
                .anyMatch(
                        record ->
                                record.recorder().post().equals(post)
                                        || record.fields()
                                                .containsValue(Value.Reference.post(post)));
    }

    DossierPage page(Map<DossierAct, Refusal> foreseen, Optional<Attempt> attempt) {
        List<DossierPage.Desk> desks = new ArrayList<>(desks(foreseen, attempt).all(open()));
        unfinished().ifPresent(desks::addFirst);
        again().ifPresent(desks::add);
        attempt.filter(tried -> !open().contains(tried.act()))
                .flatMap(Attempt::refusal)
                .ifPresent(
                        refusal ->
                                desks.addFirst(
                                        Desks.closed(dossier, attempt.get().act(), refusal)));
        List<DossierKind.Stage> stages =
                Stages.declared(known.rules(), dossier.kind().recordType(), saying.today())
                        .reversed();
        List<Dossier> alike = new Dossiers(new AsOf(known, saying.today())).alike(dossier, sight);
        Rounds rounds = new Rounds(known, saying, dossier);
        return new DossierDrawing(
                        dossier,
                        saying,
                        stages,
                        rounds.first(),
                        rounds.steps(),
                        chain,
                        desks,
                        alike)
                .page(attempt.map(tried -> faults(tried, desks)).orElse(List.of()));
    }

    /// What is not asked there, as a refusal, is mended at the desk itself.
    private static List<Link> faults(Attempt tried, List<DossierPage.Desk> desks) {
        String desk = tried.act().address();
        Map<String, String> asked =
                desks.stream()
                        .filter(each -> each.id().equals(desk))
                        .flatMap(each -> each.fields().stream())
                        .collect(Collectors.toMap(Field::name, Field::id, (first, other) -> first));
        return Stream.concat(
                        tried.faults().stream()
                                .map(
                                        fault ->
                                                new Link(
                                                        fault.sentence(),
                                                        "#"
                                                                + asked.getOrDefault(
                                                                        fault.field(),
                                                                        desk + "-head"))),
                        tried.refusal().stream()
                                .map(refusal -> new Link(refusal.title(), "#" + desk + "-head")))
                .toList();
    }

    /// 没有办完的 — what a record of a petition leaves out, whichever stage it is at: a petitioner who
    /// was answered may still not have been told that the petition was accepted.
    private Optional<DossierPage.Desk> unfinished() {
        return Optional.of(DossierLinks.completing(new AsOf(known, saying.today()), dossier.owed()))
                .filter(_ -> dossier.kind() == LedgerKind.PETITION)
                .filter(said -> !said.isEmpty() && notOurs(DossierAct.REPLY).isEmpty())
                .map(said -> reading(DossierLinks.UNFINISHED, "还没有办完", said));
    }

    /// 复查、复核 — of a petition that was answered.
    private Optional<DossierPage.Desk> again() {
        return Optional.of(dossier)
                .filter(each -> each.kind() == LedgerKind.PETITION)
                .flatMap(each -> each.last("答复"))
                .map(
                        answer ->
                                reading(
                                        "again",
                                        "复查、复核",
                                        new Rounds(known, saying, dossier).told(answer)));
    }

    private static DossierPage.Desk reading(String id, String heading, Prose said) {
        return new DossierPage.Desk(
                id, heading, said, "", List.of(), List.of(), "", false, Optional.empty());
    }

    Desks desks(Map<DossierAct, Refusal> foreseen, Optional<Attempt> attempt) {
        Map<DossierAct, Refusal> refused = new HashMap<>(foreseen);
        open().forEach(act -> notOurs(act).ifPresent(why -> refused.put(act, why)));
        return new Desks(
                dossier,
                saying,
                post,
                sight,
                seen(),
                extending,
                refused,
                known.rules().vocabulary(),
                attempt);
    }

    /// The acts open here; of an extension only who may grant it or may have to ask for it reads.
    List<DossierAct> open() {
        boolean told = dossier.kind() == LedgerKind.PETITION || answers() || grants();
        return DossierAct.open(
                dossier, told && extending.verdict().isPresent(), !extending.recorded().isEmpty());
    }

    private boolean answers() {
        return dossier.reference("责任人").filter(Value.Reference.post(post)::equals).isPresent()
                || dossier.body().filter(body()::equals).isPresent();
    }

    int seen() {
        return chain.size();
    }

    /// The body of the acting post.
    String body() {
        return known.organization().post(post, saying.today()).map(Post::body).orElse("");
    }

    DraftingAct drafting(Officer officer, LocalDateTime moment) {
        return new DraftingAct(
                dossier,
                saying,
                officer.recorder(),
                body(),
                moment,
                extending,
                known.rules().vocabulary());
    }

    /// What is done for a petitioner is done by the body that handles the petition; what another
    /// body grants is recorded where it is granted.
    Optional<Refusal> notOurs(DossierAct act) {
        Optional<String> handling =
                dossier.body()
                        .filter(_ -> dossier.kind() == LedgerKind.PETITION)
                        .filter(body -> !handles(act, body));
        if (handling.isPresent()) {
            return handling.map(
                    body ->
                            new Refusal(
                                    "现在不能" + act.verb() + "：这一件由" + saying.name(body) + "办",
                                    acting() + "看得到办到哪一步；要催办，用督办。",
                                    "",
                                    pressing(body)));
        }
        if (act != DossierAct.EXTENSION || grants()) {
            return Optional.empty();
        }
        return Optional.of(extending.approvers().isEmpty() ? nobodyGrants() : grantedAbove());
    }

    /// The body itself, its petition office and the desk that took it in; whoever stands above has
    /// a say in an extension alone.
    private boolean handles(DossierAct act, String body) {
        Organization organization = known.organization();
        boolean office =
                organization
                        .body(body(), saying.today())
                        .filter(own -> own.kind().equals(PETITION_OFFICE))
                        .isPresent();
        boolean ours =
                body.equals(body())
                        || organization
                                .lastPost(dossier.root().recorder().post(), saying.today())
                                .filter(desk -> desk.body().equals(body()))
                                .isPresent();
        return ours
                || ((office || act == DossierAct.EXTENSION)
                        && sight.does(organization, body, saying.today()));
    }

    /// The form by which whoever looks on presses for it, filled in.
    private List<Act> pressing(String body) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("缘", String.valueOf(dossier.number()));
        told.put("类", PRESSING);
        told.put("向", body);
        return known.rules().vocabulary().recordType(PRESSING).stream()
                .map(type -> Act.small("记" + PRESSING, DutyLinks.entry(type, told)))
                .toList();
    }

    private Refusal nobodyGrants() {
        return new Refusal(
                "现在不能延期：认不出由谁批准",
                "依据写明的批准人，现在没有一个岗位对得上；先定责任单位，或在机构页补上它的上级和负责人。",
                extending.rule(),
                List.of());
    }

    /// Whether an extension is granted in the acting post's body, or by whoever acts here.
    private boolean grants() {
        Organization organization = known.organization();
        LocalDate today = saying.today();
        Optional<String> acting = organization.holder(post, today);
        return extending.approvers().stream()
                .flatMap(code -> organization.post(code, today).stream())
                .anyMatch(
                        approver ->
                                approver.body().equals(body())
                                        || (acting.isPresent()
                                                && acting.equals(
                                                        organization.holder(
                                                                approver.code(), today))));
    }

    private Refusal grantedAbove() {
        String granting =
                extending.approvers().stream().map(saying::who).collect(Collectors.joining("、"));
        return new Refusal(
                "延期由" + granting + "批准，在批准的单位记",
                acting() + "要延期，到期以前请他们在这一页记下；没有批准，期限照原来算。",
                extending.rule(),
                List.of());
    }

    private String acting() {
        return "现在以“" + saying.name(post) + "”行事，";
    }

    RefusalBox refusals() {
        return new RefusalBox(dossier, saying, post);
    }
}
