package org.mingze.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.duty.AsOf;
import org.mingze.duty.Occasion;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.DossierKind;
import org.mingze.institution.expression.Value;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;
import org.mingze.work.index.Held;

/// 复查、复核 — whoever does not agree with what was answered may have it looked at again, by a request
/// and an opinion that are records of their own; which follows which, the institution says.
record Rounds(Knowledge known, Saying saying, Dossier dossier) {
    private static final Held REQUESTS = Held.whole(LedgerKind.PETITION.recordType(), "前件");

    /// What was asked and said after an answer, and what can be recorded next: each request that
    /// has no opinion yet, or the one that may still come.
    Prose told(WorkRecord answer) {
        return told(answer, Prose.EMPTY);
    }

    private Prose told(WorkRecord answer, Prose before) {
        List<WorkRecord> requests = requestsOn(answer);
        Prose said = before;
        for (WorkRecord request : requests) {
            said =
                    said.words(saying.day(request.day()) + kind(request))
                            .reference(number(request), page(request));
            Optional<WorkRecord> opinion = opinionOn(request);
            said =
                    opinion.isEmpty()
                            ? said.words("，还没有意见" + until(request) + "，")
                                    .reference("记意见", opining(request, sequel(request)))
                                    .words("。")
                            : told(opinion.get(), saidIn(opinion.get(), said));
        }
        String next = sequel(answer);
        return next.isEmpty() || !requests.isEmpty()
                ? said
                : said.words("来件人不服、请求再看的，")
                        .reference(
                                "登记" + next, "/petitions/new?类=" + next + "&前件=" + answer.number())
                        .words("。");
    }

    private static Prose saidIn(WorkRecord opinion, Prose said) {
        return said.words("，意见").reference(number(opinion), page(opinion)).words("。");
    }

    private String sequel(WorkRecord record) {
        return sequels().getOrDefault(kind(record), "");
    }

    /// What was recorded before anybody asked for another look.
    Dossier first() {
        Set<String> later = Set.copyOf(sequels().values());
        return dossier.having(
                dossier.members().stream()
                        .filter(
                                member ->
                                        !isOf(member, later)
                                                && known
                                                        .records()
                                                        .followedBy(member.number())
                                                        .stream()
                                                        .noneMatch(each -> isOf(each, later)))
                        .toList());
    }

    /// A step for each opinion, and for the request that has none yet.
    List<DossierPage.Stage> steps() {
        Set<String> later = Set.copyOf(sequels().values());
        List<WorkRecord> shown =
                dossier.members().stream()
                        .filter(member -> isOf(member, later))
                        .filter(member -> !isRequest(member) || opinionOn(member).isEmpty())
                        .toList();
        Optional<WorkRecord> last =
                shown.stream().filter(each -> !isRequest(each)).reduce((_, each) -> each);
        return shown.stream().map(each -> step(each, last.equals(Optional.of(each)))).toList();
    }

    private DossierPage.Stage step(WorkRecord record, boolean last) {
        if (isRequest(record)) {
            return new DossierPage.Stage(
                    kind(record),
                    due(record).map(day -> "到" + saying.day(day)).orElse(""),
                    DossierPage.Progress.AHEAD);
        }
        boolean here = last && dossier.at().aside();
        return new DossierPage.Stage(
                here ? dossier.stage() : kind(record),
                saying.day(record.day()),
                here ? DossierPage.Progress.NOW : DossierPage.Progress.PAST);
    }

    private boolean isRequest(WorkRecord record) {
        return record.type().equals(dossier.root().type());
    }

    private boolean isOf(WorkRecord record, Set<String> kinds) {
        return record.isFilled("类") && kinds.contains(kind(record));
    }

    private Map<String, String> sequels() {
        return Stages.kind(new AsOf(known, saying.today()), dossier.number())
                .map(DossierKind::sequels)
                .orElse(Map.of());
    }

    private String kind(WorkRecord record) {
        return record.field("类").map(saying::value).orElse("申请");
    }

    private static String number(WorkRecord record) {
        return "第" + record.number() + "号";
    }

    private static String page(WorkRecord record) {
        return "/records/" + record.number();
    }

    private List<WorkRecord> requestsOn(WorkRecord answer) {
        Value answered = new Value.Link(answer.number());
        return List.copyOf(
                known.records()
                        .holdingSurely(REQUESTS, List.of(answered), LocalDate.MIN, LocalDate.MAX));
    }

    private Optional<WorkRecord> opinionOn(WorkRecord request) {
        return known.records().followersOf(request.number()).stream()
                .filter(record -> record.type().name().equals("答复"))
                .findFirst();
    }

    /// By when the opinion on a request is owed.
    private String until(WorkRecord request) {
        return due(request).map(day -> "，限" + saying.day(day)).orElse("");
    }

    private Optional<LocalDate> due(WorkRecord request) {
        return dossier.owed().stream()
                .filter(
                        verdict ->
                                verdict.obligation().occasion()
                                                instanceof Occasion.OnRecord(long number, var _)
                                        && number == request.number())
                .flatMap(verdict -> verdict.due().stream())
                .findFirst();
    }

    private static String opining(WorkRecord request, String kind) {
        String body =
                request.field("机构").orElse(new Value.Unknown(""))
                                instanceof Value.Reference(var _, String code)
                        ? "&机构=" + code
                        : "";
        return "/records/new/Reply?件=" + request.number() + "&类=" + kind + body;
    }
}
