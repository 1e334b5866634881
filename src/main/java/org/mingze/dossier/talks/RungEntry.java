package org.mingze.dossier.talks;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.duty.Verdict;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.duty.situation.Issued;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.web.Act;
import org.mingze.work.Knowledge;

/// 该办的一笔 — where what a rung asks of an authority is recorded: a post by what posts do, a body by
/// what bodies do, each citing what the breach rests on.
record RungEntry(Knowledge known, Verdict verdict) {
    Act act() {
        Optional<String> done = done();
        return done.flatMap(word -> type(word).map(type -> link(type, word)))
                .orElseGet(() -> Act.small("记督办", "/records/new/Supervision"));
    }

    private Optional<String> done() {
        return verdict.obligation().occasion() instanceof Occasion.OnBreach(var _, int rung)
                        && verdict.obligation().duty().form() instanceof DutyForm.Escalation form
                ? Optional.of(form.rungs().get(rung - 1).act())
                : Optional.empty();
    }

    private Optional<RecordType> type(String done) {
        Map<String, RecordType> types = known.rules().vocabulary().recordTypes();
        return Issued.types(done, types).stream()
                .sorted()
                .map(types::get)
                .min(Comparator.comparingInt(type -> isOfBearer(type) ? 0 : 1));
    }

    private boolean isOfBearer(RecordType type) {
        boolean body = type.typeOf(type.owner()).filter(Type.Simple.BODY::equals).isPresent();
        return body
                == verdict.obligation()
                        .bearer()
                        .filter(who -> who.kind() == Value.Reference.Kind.BODY)
                        .isPresent();
    }

    private Act link(RecordType type, String done) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("类", done);
        if (isOfBearer(type)) {
            verdict.obligation().bearer().ifPresent(who -> told.put(type.owner(), who.code()));
        }
        trigger()
                .ifPresent(
                        number ->
                                citing(type, number)
                                        .ifPresent(field -> told.put(field, "" + number)));
        return Act.small("记" + type.name(), DutyLinks.entry(type, told));
    }

    /// The record that the breach rests on; none where a period was missed.
    private Optional<Long> trigger() {
        return verdict.obligation().occasion()
                                instanceof Occasion.OnBreach(ObligationKey key, var _)
                        && Occasion.parse(key.occasion())
                                instanceof Occasion.OnRecord(long of, var _)
                ? Optional.of(of)
                : Optional.empty();
    }

    private Optional<String> citing(RecordType type, long number) {
        Optional<String> kind = known.records().find(number).map(record -> record.type().name());
        return type.fields().values().stream()
                .filter(RecordType.Field::follows)
                .filter(
                        field ->
                                field.type() instanceof Type.RecordOf(var names)
                                        && (names.isEmpty()
                                                || kind.filter(names::contains).isPresent()))
                .map(RecordType.Field::name)
                .findFirst();
    }
}
