package org.mingze.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;

/// 案卷集 — the dossiers that are known on a day.
public final class Dossiers {
    private final AsOf asOf;
    private final Obligations obligations;

    private static final String ASPECT = "方面";
    private static final List<String> FILLED = List.of("原因", "责任人", "期限");

    public Dossiers(AsOf asOf) {
        this.asOf = asOf;
        this.obligations = new Obligations(asOf.known(), asOf.day());
    }

    /// Every dossier of a kind that a post may see.
    List<Dossier> seen(LedgerKind kind, Sight sight) {
        return all(kind).stream()
                .filter(dossier -> sight.sees(dossier.root(), dossier.body()))
                .sorted(LedgerDrawing.urgency())
                .toList();
    }

    /// Every dossier of a kind, whoever may see it.
    List<Dossier> all(LedgerKind kind) {
        return asOf.known().records().ofType(kind.recordType()).stream()
                .map(root -> of(kind, root, false))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Those of the same body and aspect as one, that a post may see; the one itself left out.
    List<Dossier> alike(Dossier one, Sight sight) {
        LedgerKind kind = one.kind();
        Optional<Value> aspect = one.root().field(ASPECT).filter(value -> !value.isUnknown());
        return asOf.known().records().ofType(kind.recordType()).stream()
                .filter(root -> aspect.isPresent() && root.field(ASPECT).equals(aspect))
                .filter(root -> carriedOn(body(kind, root)).equals(carriedOn(one.body())))
                .filter(root -> root.number() != one.number())
                .filter(root -> sight.sees(root, body(kind, root)))
                .flatMap(root -> of(kind, root, false).stream())
                .toList();
    }

    /// The dossier of a kind that is rooted in a record, as a ledger has it.
    Optional<Dossier> at(LedgerKind kind, long number) {
        return asOf.known()
                .records()
                .find(number)
                .filter(root -> root.type().name().equals(kind.recordType()))
                .flatMap(root -> of(kind, root, false));
    }

    /// The dossier rooted in a record, with every duty on it.
    public Optional<Dossier> find(long number) {
        return asOf.known()
                .records()
                .find(number)
                .flatMap(
                        root ->
                                LedgerKind.of(root.type().name())
                                        .flatMap(kind -> of(kind, root, true)));
    }

    /// Every duty on a record and what follows it, whether or not it roots a dossier.
    public List<Verdict> owed(long number) {
        return asOf.known().records().find(number).stream()
                .flatMap(
                        root ->
                                verdicts(root, asOf.known().records().followersOf(number), true)
                                        .stream())
                .toList();
    }

    private Optional<Dossier> of(LedgerKind kind, WorkRecord root, boolean everyDuty) {
        return Stages.reached(asOf, root.number())
                .map(
                        stage -> {
                            List<WorkRecord> members =
                                    asOf.known().records().followersOf(root.number());
                            return Dossier.of(
                                    kind,
                                    root,
                                    stage,
                                    stage.settled()
                                            ? body(kind, root)
                                            : carriedOn(body(kind, root)),
                                    members,
                                    verdicts(root, members, everyDuty),
                                    isRefilled(root, members));
                        });
    }

    /// What a body has open when it is merged passes to the body into which it is.
    private Optional<String> carriedOn(Optional<String> body) {
        return body.map(
                code -> asOf.known().organization().carriedOnBy(code, asOf.day()).orElse(code));
    }

    private boolean isRefilled(WorkRecord root, List<WorkRecord> members) {
        Optional<LocalDate> back =
                members.stream()
                        .filter(member -> member.type().name().equals("复发"))
                        .map(WorkRecord::day)
                        .max(Comparator.naturalOrder());
        return back.isPresent()
                && asOf.known().records().history(root.number()).stream()
                        .anyMatch(
                                history ->
                                        FILLED.stream()
                                                .allMatch(
                                                        field ->
                                                                history.firstFilledOn(field, back)
                                                                        .isPresent()));
    }

    private Optional<String> body(LedgerKind kind, WorkRecord root) {
        return root.field(kind.body()).orElse(new Value.Unknown("")) instanceof Value.Reference body
                ? Optional.of(body.code())
                : Optional.empty();
    }

    /// What the item and its chain owe; what an assignment in it owes stands on the assignment, and
    /// what roots no dossier of its own, a request to look again, owes here.
    private List<Verdict> verdicts(WorkRecord root, List<WorkRecord> members, boolean everyDuty) {
        List<WorkRecord> all = new ArrayList<>(List.of(root));
        members.stream()
                .filter(
                        member ->
                                LedgerKind.of(member.type().name()).isEmpty()
                                        || Stages.kind(asOf, member.number()).isEmpty())
                .forEach(all::add);
        List<Verdict> verdicts = new ArrayList<>();
        for (WorkRecord member : all) {
            for (Raised raised : raised(asOf.known(), member, everyDuty)) {
                for (Occasion occasion : occasions(member, members, raised.duty().form())) {
                    obligations
                            .on(raised.institution(), raised.duty().number(), occasion)
                            .forEach(
                                    owed ->
                                            verdicts.add(
                                                    obligations
                                                            .judge(owed)
                                                            .withoutClassed(
                                                                    asOf.known().records())));
                }
            }
        }
        return verdicts;
    }

    private record Raised(String institution, Duty duty) {}

    private static List<Raised> raised(Knowledge known, WorkRecord member, boolean everyDuty) {
        List<Raised> raised = new ArrayList<>();
        for (String id : known.rules().institutions()) {
            for (Duty duty :
                    known.rules()
                            .inForce(id, member.day())
                            .map(Enactment::institution)
                            .map(institution -> institution.duties())
                            .orElse(List.of())) {
                boolean wanted =
                        everyDuty
                                || duty.form() instanceof DutyForm.Response
                                || duty.form() instanceof DutyForm.ClosedLoop;
                if (wanted
                        && Obligations.triggers(duty.form()).stream()
                                .anyMatch(by -> by.recordType().equals(member.type().name()))) {
                    raised.add(new Raised(id, duty));
                }
            }
        }
        return raised;
    }

    /// A closed loop is owed once for the item and once for each time that it relapsed.
    private static List<Occasion> occasions(
            WorkRecord member, List<WorkRecord> members, DutyForm form) {
        List<Occasion> occasions = new ArrayList<>();
        occasions.add(new Occasion.OnRecord(member.number(), OptionalLong.empty()));
        if (form instanceof DutyForm.ClosedLoop loop && loop.relapse().isPresent()) {
            String relapse = loop.relapse().get().recordType();
            members.stream()
                    .filter(follower -> follower.type().name().equals(relapse))
                    .forEach(
                            follower ->
                                    occasions.add(
                                            new Occasion.OnRecord(
                                                    member.number(),
                                                    OptionalLong.of(follower.number()))));
        }
        return occasions;
    }
}
