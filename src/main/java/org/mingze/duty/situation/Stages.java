package org.mingze.duty.situation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.AsOf;
import org.mingze.duty.Standing;
import org.mingze.institution.DossierKind;
import org.mingze.institution.Institution;
import org.mingze.work.Enactment;
import org.mingze.work.Rules;
import org.mingze.work.WorkRecord;

/// 阶段 — where a dossier stands: the first declared condition that holds; there is no status column.
public final class Stages {
    private Stages() {}

    /// A record, and the dossier of an institution in force on its day that it roots.
    private record Rooted(Institution institution, DossierKind kind, WorkRecord record) {}

    /// The stage of the dossier rooted in a record; empty if the record roots none, 缺据 if a
    /// condition that comes first cannot be told.
    public static Optional<String> of(AsOf asOf, long root) {
        return reached(asOf, root).map(DossierKind.Stage::name);
    }

    /// The same with what its institution declares of the stage; 缺据 leaves open what the last does.
    public static Optional<DossierKind.Stage> reached(AsOf asOf, long root) {
        return rooted(asOf, root).map(dossier -> stage(asOf, dossier));
    }

    /// Every stage that the dossiers of a record type may have, in their order of precedence.
    public static List<String> named(Rules rules, String recordType, LocalDate day) {
        return declared(rules, recordType, day).stream().map(DossierKind.Stage::name).toList();
    }

    /// The same with what their institutions declare of them, each name once.
    public static List<DossierKind.Stage> declared(Rules rules, String recordType, LocalDate day) {
        Map<String, DossierKind.Stage> stages = new LinkedHashMap<>();
        kinds(rules, recordType, day)
                .flatMap(kind -> kind.stages().stream())
                .forEach(stage -> stages.putIfAbsent(stage.name(), stage));
        return List.copyOf(stages.values());
    }

    /// The words of 类 that come after another in the dossiers of a record type.
    public static Set<String> sequels(Rules rules, String recordType, LocalDate day) {
        return kinds(rules, recordType, day)
                .flatMap(kind -> kind.sequels().values().stream())
                .collect(Collectors.toSet());
    }

    private static Stream<DossierKind> kinds(Rules rules, String recordType, LocalDate day) {
        return rules.institutions().stream()
                .map(id -> rules.inForce(id, day))
                .flatMap(Optional::stream)
                .flatMap(enacted -> enacted.institution().dossiers().stream())
                .filter(kind -> kind.root().recordType().equals(recordType));
    }

    /// The dossier that a record roots or follows in which an act is awaited at some stage.
    public static Optional<Long> awaiting(AsOf asOf, long followed, String type) {
        return Stream.concat(
                        Stream.of(followed),
                        asOf.known().records().followedBy(followed).stream()
                                .map(WorkRecord::number))
                .filter(
                        root ->
                                kind(asOf, root).stream()
                                        .flatMap(kind -> kind.stages().stream())
                                        .anyMatch(stage -> stage.acts().contains(type)))
                .findFirst();
    }

    /// What kind of dossier a record roots, as the institution in force on its day declares it.
    public static Optional<DossierKind> kind(AsOf asOf, long root) {
        return rooted(asOf, root).map(Rooted::kind);
    }

    /// Whether a dossier stood at a stage that settles it; what roots no dossier stays open.
    public static boolean isClosed(AsOf asOf, long root) {
        return rooted(asOf, root)
                .filter(dossier -> dossier.kind().isClosedAt(stage(asOf, dossier)))
                .isPresent();
    }

    private static Optional<Rooted> rooted(AsOf asOf, long root) {
        Optional<WorkRecord> record = asOf.known().records().find(root);
        if (record.isEmpty() || record.get().day().isAfter(asOf.day())) {
            return Optional.empty();
        }
        Rules rules = asOf.known().rules();
        for (String id : rules.institutions()) {
            Optional<Rooted> found =
                    rules.inForce(id, record.get().day())
                            .map(Enactment::institution)
                            .flatMap(institution -> rootedIn(asOf, institution, record.get()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Rooted> rootedIn(
            AsOf asOf, Institution institution, WorkRecord record) {
        Situation situation = Situation.of(asOf, institution, record.day());
        return institution.dossiers().stream()
                .filter(kind -> kind.root().recordType().equals(record.type().name()))
                .filter(
                        kind ->
                                Certainty.of(
                                                kind.root().condition(),
                                                situation.scope(record),
                                                situation.world())
                                        == Certainty.TRUE)
                .findFirst()
                .map(kind -> new Rooted(institution, kind, record));
    }

    private static DossierKind.Stage stage(AsOf asOf, Rooted dossier) {
        WorkRecord root = dossier.record();
        Situation situation = Situation.of(asOf, dossier.institution(), root.day()).at(asOf.day());
        for (DossierKind.Stage stage : dossier.kind().stages()) {
            Certainty reached =
                    Certainty.of(stage.condition(), situation.scope(root), situation.world());
            if (reached != Certainty.FALSE) {
                return reached == Certainty.TRUE ? stage : untold(dossier.kind());
            }
        }
        throw new IllegalStateException("no last stage: " + dossier.kind().name());
    }

    private static DossierKind.Stage untold(DossierKind kind) {
        List<String> acts = kind.stages().getLast().acts();
        return new DossierKind.Stage(Standing.UNPROVEN.word(), Optional.empty(), acts, false, true);
    }
}
