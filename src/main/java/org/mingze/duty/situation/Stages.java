package org.mingze.duty.situation;

import java.util.List;
import java.util.Optional;
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

    /// The stage of the dossier rooted in a record; empty if the record roots none, 缺据 if a
    /// condition that comes first cannot be told.
    public static Optional<String> of(AsOf asOf, long root) {
        Optional<WorkRecord> record = asOf.known().records().find(root);
        if (record.isEmpty() || record.get().day().isAfter(asOf.day())) {
            return Optional.empty();
        }
        Rules rules = asOf.known().rules();
        for (String id : rules.institutions()) {
            Optional<Institution> institution =
                    rules.inForce(id, record.get().day()).map(Enactment::institution);
            Optional<DossierKind> kind =
                    institution.flatMap(known -> rootedIn(asOf, known, record.get()));
            if (kind.isPresent()) {
                return Optional.of(stage(asOf, institution.get(), kind.get(), record.get()));
            }
        }
        return Optional.empty();
    }

    /// Every stage that the dossiers of a record type may have, in their order of precedence.
    public static List<String> named(Rules rules, String recordType, java.time.LocalDate day) {
        return rules.institutions().stream()
                .map(id -> rules.inForce(id, day))
                .flatMap(Optional::stream)
                .flatMap(enacted -> enacted.institution().dossiers().stream())
                .filter(kind -> kind.root().recordType().equals(recordType))
                .flatMap(kind -> kind.stages().stream())
                .map(DossierKind.Stage::name)
                .distinct()
                .toList();
    }

    /// Whether a dossier had reached the stage that is listed first, its last in time; a record
    /// that roots no dossier stays open.
    public static boolean isClosed(AsOf asOf, long root) {
        return dossier(asOf, root)
                .filter(kind -> kind.stages().getFirst().name().equals(of(asOf, root).orElse("")))
                .isPresent();
    }

    private static Optional<DossierKind> dossier(AsOf asOf, long root) {
        Rules rules = asOf.known().rules();
        return asOf.known().records().find(root).stream()
                .filter(record -> !record.day().isAfter(asOf.day()))
                .flatMap(record -> dossiers(asOf, rules, record))
                .findFirst();
    }

    private static Stream<DossierKind> dossiers(AsOf asOf, Rules rules, WorkRecord record) {
        return rules.institutions().stream()
                .flatMap(id -> rules.inForce(id, record.day()).stream())
                .flatMap(enacted -> rootedIn(asOf, enacted.institution(), record).stream());
    }

    private static Optional<DossierKind> rootedIn(
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
                .findFirst();
    }

    private static String stage(
            AsOf asOf, Institution institution, DossierKind kind, WorkRecord record) {
        Situation situation = Situation.of(asOf, institution, record.day()).at(asOf.day());
        for (DossierKind.Stage stage : kind.stages()) {
            switch (Certainty.of(stage.condition(), situation.scope(record), situation.world())) {
                case TRUE -> {
                    return stage.name();
                }
                case UNKNOWN -> {
                    return Standing.UNPROVEN.word();
                }
                case FALSE -> {}
            }
        }
        return Standing.UNPROVEN.word();
    }
}
