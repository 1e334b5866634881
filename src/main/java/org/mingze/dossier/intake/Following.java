package org.mingze.dossier.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.DossierKind;
import org.mingze.institution.expression.Value;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

/// 接续 — whether a request may follow the answer that it names: which follows which, the kind of
/// dossier says, and none comes before what it is about.
final class Following {
    private Following() {}

    static List<EntryCheck.Fault> of(Knowledge known, LocalDate today, Intake intake) {
        Optional<WorkRecord> named =
                Optional.of(intake.answer(Intake.BEFORE))
                        .filter(number -> number.matches("\\d{1,18}"))
                        .flatMap(number -> known.records().find(Long.parseLong(number)));
        List<EntryCheck.Fault> faults = new ArrayList<>();
        if (named.isEmpty()) {
            return faults;
        }
        WorkRecord answer = named.get();
        Map<String, String> sequels = sequels(new AsOf(known, today), answer);
        String kind = kind(answer);
        String asked = intake.answer("类");
        String follows = sequels.getOrDefault(kind, "");
        if (sequels.containsValue(asked) && !follows.isEmpty() && !follows.equals(asked)) {
            faults.add(
                    new EntryCheck.Fault(
                            Intake.BEFORE,
                            "第%d号是%s，对它提出的是%s；改来件类型，或改对哪笔答复"
                                    .formatted(answer.number(), kind, follows)));
        }
        if (intake.received().filter(answer.day()::isAfter).isPresent()) {
            faults.add(
                    new EntryCheck.Fault(
                            Intake.RECEIVED,
                            "收到的日期早于第%d号答复（%s）；核对日期，或改对哪笔答复"
                                    .formatted(answer.number(), answer.day())));
        }
        return faults;
    }

    private static Map<String, String> sequels(AsOf asOf, WorkRecord answer) {
        return asOf.known().records().followedBy(answer.number()).stream()
                .flatMap(root -> Stages.kind(asOf, root.number()).stream())
                .map(DossierKind::sequels)
                .findFirst()
                .orElse(Map.of());
    }

    private static String kind(WorkRecord answer) {
        return answer.field("类").orElse(new Value.Unknown("")) instanceof Value.Text(String word)
                ? word
                : "";
    }
}
