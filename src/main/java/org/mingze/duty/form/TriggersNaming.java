package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.duty.AsOf;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Organization;
import org.mingze.work.RecordHistory;

/// The records that may raise something for a few bearers, without going through all of the type:
/// where a field of the record says who bears the duty, those that name one of them there, that
/// name nobody, or that name whoever was not there.
final class TriggersNaming {
    private static final Set<String> TRIGGER = Set.of("起", "于", "后");
    private static final String BODY_OF = "机构";

    private final AsOf asOf;
    private final Set<Value.Reference> bearers;

    TriggersNaming(AsOf asOf, Set<Value.Reference> bearers) {
        this.asOf = asOf;
        this.bearers = bearers;
    }

    /// Empty where all of the type have to be asked.
    Optional<List<RecordHistory>> of(Duty duty, String type, LocalDate from, LocalDate to) {
        if (!(duty.bearer() instanceof Bearer.ByField(var expression))) {
            return Optional.empty();
        }
        List<String> path = expression.path().orElse(List.of());
        boolean plain = path.size() == 2;
        boolean bodyOf = path.size() == 3 && path.getLast().equals(BODY_OF);
        if (!(plain || bodyOf) || !TRIGGER.contains(path.getFirst())) {
            return Optional.empty();
        }
        String field = path.get(1);
        RecordType declared = asOf.known().rules().vocabulary().recordTypes().get(type);
        return Optional.ofNullable(declared)
                .flatMap(known -> known.field(field))
                .filter(TriggersNaming::namesOne)
                .map(
                        _ -> {
                            Set<Value> names = new LinkedHashSet<>(plain ? bearers : within());
                            names.addAll(gone(type, field, from, to));
                            return asOf.known().records().everNaming(type, field, names, from, to);
                        });
    }

    private static boolean namesOne(RecordType.Field field) {
        return field.type() == Type.Simple.BODY
                || field.type() == Type.Simple.POST
                || field.type() == Type.Simple.PERSON;
    }

    /// Whoever ever belonged to one of the bodies.
    private Set<Value> within() {
        Organization organization = asOf.known().organization();
        Set<Value> names = new LinkedHashSet<>(bearers);
        for (Value.Reference bearer : bearers) {
            if (bearer.kind() == Value.Reference.Kind.BODY) {
                for (String post : organization.postsEverIn(bearer.code())) {
                    names.add(Value.Reference.post(post));
                    organization
                            .tenuresOf(post)
                            .forEach(tenure -> names.add(Value.Reference.person(tenure.person())));
                }
            }
        }
        return names;
    }

    /// Those named who were not there on some of the days: then somebody else bears the duty.
    private Set<Value> gone(String type, String field, LocalDate from, LocalDate to) {
        Set<LocalDate> days = new LinkedHashSet<>(asOf.known().organization().changeDays(from, to));
        days.add(from);
        days.add(to);
        Set<Value> gone = new LinkedHashSet<>();
        for (Value named : asOf.known().records().everNamed(type, field)) {
            if (!(named instanceof Value.Reference who)
                    || days.stream().anyMatch(day -> !Judging.exists(who, asOf, day))) {
                gone.add(named);
            }
        }
        return gone;
    }
}
