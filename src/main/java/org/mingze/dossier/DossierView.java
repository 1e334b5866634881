package org.mingze.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.duty.AsOf;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.DossierKind;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.web.Field;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.index.Held;

/// 所见案卷 — one dossier as one post sees it on a day. It must not outlive what is known.
record DossierView(
        Knowledge known,
        Saying saying,
        Sight sight,
        String post,
        Dossier dossier,
        List<DossierPage.Step> chain,
        Desks.Extending extending) {

    private static final String PETITION_OFFICE = "信访机构";
    private static final Held REQUESTS = Held.whole(LedgerKind.PETITION.recordType(), "前件");

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
        List<Entry> extensions = extensions(known, dossier);
        String post = officer.post().code();
        return new DossierView(
                known,
                saying,
                sight,
                post,
                dossier,
                new ChainDrawing(dossier, saying, known.records(), extensions).steps(),
                Desks.Extending.of(
                        dossier,
                        known,
                        today,
                        extensions.stream()
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
        return new DossierDrawing(dossier, saying, stages, chain, desks, alike)
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

    /// 复查、复核 — of a petition that was answered: whoever does not agree may have it looked at
    /// again, by a request and an opinion that are records of their own.
    private Optional<DossierPage.Desk> again() {
        if (dossier.kind() != LedgerKind.PETITION || dossier.last("答复").isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> sequels =
                Stages.kind(new AsOf(known, saying.today()), dossier.number())
                        .map(DossierKind::sequels)
                        .orElse(Map.of());
        Prose said = Prose.EMPTY;
        WorkRecord answer = dossier.last("答复").orElseThrow();
        Optional<WorkRecord> request = requestOn(answer);
        while (request.isPresent()) {
            Optional<WorkRecord> opinion =
                    known.records().followersOf(request.get().number()).stream()
                            .filter(record -> record.type().name().equals("答复"))
                            .findFirst();
            String kind = request.get().field("类").map(saying::value).orElse("申请");
            said =
                    said.words(saying.day(request.get().day()) + kind)
                            .reference(
                                    "第" + request.get().number() + "号",
                                    "/records/" + request.get().number());
            if (opinion.isEmpty()) {
                return Optional.of(
                        reading(
                                said.words("，还没有意见，")
                                        .reference(
                                                "记意见",
                                                "/records/new/Reply?件="
                                                        + request.get().number()
                                                        + "&类="
                                                        + sequels.getOrDefault(kind, ""))
                                        .words("。")));
            }
            answer = opinion.get();
            said =
                    said.words("，意见")
                            .reference("第" + answer.number() + "号", "/records/" + answer.number())
                            .words("。");
            request = requestOn(answer);
        }
        Optional<String> next = answer.field("类").map(saying::value).map(sequels::get);
        if (next.isEmpty()) {
            return Optional.of(reading(said));
        }
        String asking = "/petitions/new?类=" + next.get() + "&前件=" + answer.number();
        return Optional.of(
                reading(
                        said.words("来件人不服、请求再看的，")
                                .reference("登记" + next.get(), asking)
                                .words("。")));
    }

    private Optional<WorkRecord> requestOn(WorkRecord answer) {
        Value answered = new Value.Link(answer.number());
        return known
                .records()
                .holdingSurely(REQUESTS, List.of(answered), LocalDate.MIN, LocalDate.MAX)
                .stream()
                .findFirst();
    }

    private static DossierPage.Desk reading(Prose said) {
        return new DossierPage.Desk(
                "again", "复查、复核", said, "", List.of(), List.of(), "", false, Optional.empty());
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
                                    List.of()));
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

    private Refusal nobodyGrants() {
        return new Refusal(
                "现在不能延期：认不出由谁批准",
                "依据写明的批准人，现在没有一个岗位对得上；先定责任单位，或在机构页补上它的上级和负责人。",
                extending.rule(),
                List.of());
    }

    /// Whether the acting post's body, or one below it, has somebody who may grant an extension.
    private boolean grants() {
        return extending.approvers().stream()
                .flatMap(code -> known.organization().post(code, saying.today()).stream())
                .anyMatch(
                        approver ->
                                known.organization().subtree(body(), saying.today()).stream()
                                        .anyMatch(own -> own.code().equals(approver.body())));
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

    /// 延 of any obligation that the root or a member raised.
    private static List<Entry> extensions(Knowledge known, Dossier dossier) {
        List<String> occasions =
                dossier.verdicts().stream()
                        .map(verdict -> verdict.obligation().occasion())
                        .filter(Occasion.OnRecord.class::isInstance)
                        .map(occasion -> occasion.code().substring(1))
                        .distinct()
                        .toList();
        return known.acts("延").stream()
                .filter(act -> act.content().text("件").filter(occasions::contains).isPresent())
                .toList();
    }
}
