package org.mingze.duty.showing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.Occasion;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.DutyForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.Selector;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.institution.rota.RotaWork;
import org.mingze.web.Act;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

/// 去记一笔 — which form fulfils a duty, with what its conditions already tell filled in.
public final class EntryLinks {
    private static final String DAY = "日";
    private static final String NAME = "(\\p{IsHan}+)";
    private static final Pattern WORD = Pattern.compile(NAME + " = \"([^\"]+)\"");
    private static final Pattern ONE_OF = Pattern.compile(NAME + " ∈ \\[\"([^\"]+)\".*");
    private static final Pattern HOLDER = Pattern.compile(NAME + " = 任者\\(其\\)");
    private static final Pattern MEMBER = Pattern.compile(NAME + " = 其");
    private static final Pattern INSIDE =
            Pattern.compile("有\\(" + NAME + ", \\w+ -> \"([^\"]+)\" ∈ \\w+\\." + NAME + "\\)");
    private static final Pattern OF_TRIGGER = Pattern.compile(NAME + " = 起(?:\\." + NAME + ")?");

    private final Knowledge known;
    private final Verdict verdict;

    private EntryLinks(Knowledge known, Verdict verdict) {
        this.known = known;
        this.verdict = verdict;
    }

    /// The one act that would answer the duty now; empty when there is nothing more to do.
    public static Optional<Act> of(Verdict verdict, Knowledge known) {
        return switch (verdict.standing()) {
            case OPEN, BREACHED, UNPROVEN, AHEAD -> new EntryLinks(known, verdict).act();
            case INACTIVE ->
                    Optional.of(
                            Act.of(
                                    "看参数",
                                    DutyLinks.institution(
                                            verdict.obligation().key().institution())));
            case FULFILLED, LATE, WAIVED, STAYED, REVOKED, NOT_APPLICABLE, CONFLICTED ->
                    Optional.empty();
        };
    }

    /// The form for what a 次序 asks to come first, of the body that owes it; empty for a duty of
    /// another form.
    public static Optional<Act> earlier(Verdict verdict, Knowledge known) {
        if (!(verdict.obligation().duty().form() instanceof DutyForm.Precedence form)) {
            return Optional.empty();
        }
        String type = form.earlier().recordType();
        EntryLinks links = new EntryLinks(known, verdict);
        Map<String, String> told = links.told(form.earlier());
        told.putAll(links.own(type, Value.Reference.Kind.BODY, Type.Simple.BODY));
        return links.form(type, told);
    }

    private Optional<Act> act() {
        return switch (verdict.obligation().duty().form()) {
            case DutyForm.Frequency form -> atLeast(form.bound(), form.acts());
            case DutyForm.Coverage form -> atLeast(form.bound(), form.acts());
            case DutyForm.Rota form ->
                    switch (form.work()) {
                        case RotaWork.Acts(var acts, var _) ->
                                atLeast(DutyForm.Bound.AT_LEAST, acts);
                        case RotaWork.Cover(var shifts, var _, var _) -> entry(shifts);
                    };
            case DutyForm.Proportion _ -> Optional.empty();
            case DutyForm.Escalation _ -> Optional.of(Act.of("看轮到谁", "/supervision/talks"));
            case DutyForm.Response form -> entry(form.answer());
            case DutyForm.BreachResponse form -> entry(form.answer());
            case DutyForm.ClosedLoop form -> loop(form);
            case DutyForm.Invariant _,
                    DutyForm.Prohibition _,
                    DutyForm.Precedence _,
                    DutyForm.Steps _ ->
                    trigger().map(number -> Act.of("看第" + number + "号", "/records/" + number));
        };
    }

    private Optional<Act> atLeast(DutyForm.Bound bound, List<Selector> acts) {
        return switch (bound) {
            case AT_LEAST -> acts.stream().findFirst().flatMap(this::counting);
            case AT_MOST -> Optional.empty();
        };
    }

    /// What the item lacks first: a field, a follower, at last its closure.
    private Optional<Act> loop(DutyForm.ClosedLoop form) {
        Optional<WorkRecord> item = trigger().flatMap(number -> known.records().find(number));
        if (item.isEmpty()) {
            return Optional.empty();
        }
        long number = item.get().number();
        for (DutyForm.Requirement required : form.required()) {
            switch (required) {
                case DutyForm.Requirement.Filled(String field) -> {
                    if (!item.get().isFilled(field)) {
                        return Optional.of(
                                Act.of("补" + field, "/records/" + number + "/correction"));
                    }
                }
                case DutyForm.Requirement.FollowedBy(String type) -> {
                    boolean follows =
                            known.records().followersOf(number).stream()
                                    .anyMatch(record -> record.type().name().equals(type));
                    if (!follows) {
                        return form(type, following(type, item.get()));
                    }
                }
            }
        }
        return form.closing()
                .flatMap(closing -> desk("记", closing.recordType(), number))
                .or(() -> Optional.of(Act.of("看案卷", "/dossiers/" + number)));
    }

    /// What is done now no longer counts for a period that is over: what was done in it can still
    /// be recorded, under the day on which it was.
    private Optional<Act> counting(Selector act) {
        Optional<LocalDate> last = verdict.graceEnd().or(verdict::due);
        if (verdict.standing() != Standing.BREACHED
                || last.filter(verdict.day()::isAfter).isEmpty()) {
            return entry(act);
        }
        Map<String, String> told = told(act);
        told.put(DAY, "");
        return form("补记", act.recordType(), told);
    }

    private Optional<Act> entry(Selector act) {
        return corrected(act.recordType()).or(() -> form(act.recordType(), told(act)));
    }

    private Optional<Act> form(String type, Map<String, String> told) {
        return form("记", type, told);
    }

    private Optional<Act> form(String verb, String type, Map<String, String> told) {
        Optional<Act> desk = trigger().flatMap(root -> desk(verb, type, root));
        if (desk.isPresent()) {
            return desk;
        }
        Map<String, String> answers =
                new LinkedHashMap<>(own(type, Value.Reference.Kind.POST, Type.Simple.POST));
        answers.putAll(told);
        return known.rules()
                .vocabulary()
                .recordType(type)
                .map(each -> Act.of(verb + type, DutyLinks.entry(each, answers)));
    }

    /// What a stage of a dossier awaits is recorded in the dossier, which tells what came before.
    private Optional<Act> desk(String verb, String type, long trigger) {
        return Stages.awaiting(new AsOf(known, verdict.day()), trigger, type)
                .map(root -> Act.of(verb + type, "/dossiers/" + root + "#" + place(root, type)));
    }

    /// Its form; of a request to look again what is said there of it.
    private String place(long root, String type) {
        boolean again =
                trigger()
                        .filter(number -> number != root)
                        .flatMap(number -> known.records().find(number))
                        .map(WorkRecord::type)
                        .equals(known.records().find(root).map(WorkRecord::type));
        return again ? DutyLinks.AGAIN : type;
    }

    /// What was done about it already and leaves open whether it counts is completed, not done a
    /// second time. What says that it does not count stands as it is: something else must follow.
    private Optional<Act> corrected(String type) {
        return verdict.rejected().stream()
                .filter(Rejection::unknown)
                .flatMap(rejected -> known.records().find(rejected.record()).stream())
                .filter(record -> record.type().name().equals(type))
                .filter(record -> trigger().filter(root -> follows(record, root)).isPresent())
                .reduce((_, later) -> later)
                .map(
                        record ->
                                Act.of(
                                        "更正第" + record.number() + "号" + type,
                                        "/records/" + record.number() + "/correction"));
    }

    private boolean follows(WorkRecord record, long root) {
        return known.records().followedBy(record.number()).stream()
                .anyMatch(followed -> followed.number() == root);
    }

    /// Whose act it is, where a post owes it: whoever acts for another answers in its name.
    private Map<String, String> own(String type, Value.Reference.Kind kind, Type.Simple fieldType) {
        Optional<String> bearer =
                verdict.obligation()
                        .bearer()
                        .filter(each -> each.kind() == kind)
                        .map(Value.Reference::code);
        return known.rules().vocabulary().recordType(type).stream()
                .flatMap(found -> found.field(found.owner()).stream())
                .filter(field -> field.type() == fieldType)
                .findFirst()
                .flatMap(field -> bearer.map(code -> Map.of(field.name(), code)))
                .orElse(Map.of());
    }

    private Map<String, String> told(Selector act) {
        Map<String, String> told = new LinkedHashMap<>();
        Optional<WorkRecord> trigger = trigger().flatMap(number -> known.records().find(number));
        trigger.ifPresent(
                record -> {
                    if (act.link() instanceof Selector.Link.Follows) {
                        told.putAll(following(act.recordType(), record));
                    }
                });
        conjuncts(act)
                .forEach(
                        conjunct -> {
                            read(conjunct, told);
                            trigger.ifPresent(record -> ofTrigger(conjunct, record, told));
                        });
        return told;
    }

    private void read(String conjunct, Map<String, String> told) {
        Matcher word = WORD.matcher(conjunct);
        Matcher oneOf = ONE_OF.matcher(conjunct);
        Matcher inside = INSIDE.matcher(conjunct);
        Matcher holder = HOLDER.matcher(conjunct);
        Matcher member = MEMBER.matcher(conjunct);
        if (word.matches()) {
            told.put(word.group(1), word.group(2));
        } else if (oneOf.matches()) {
            told.put(oneOf.group(1), oneOf.group(2));
        } else if (inside.matches()) {
            told.put(inside.group(1) + ".0." + inside.group(3), inside.group(2));
        } else if (holder.matches()) {
            counterpart()
                    .flatMap(post -> known.organization().holder(post, verdict.day()))
                    .ifPresent(person -> told.put(holder.group(1), person));
        } else if (member.matches()) {
            counterpart().ifPresent(code -> told.put(member.group(1), code));
        }
    }

    private static void ofTrigger(String conjunct, WorkRecord trigger, Map<String, String> told) {
        Matcher matcher = OF_TRIGGER.matcher(conjunct);
        if (!matcher.matches()) {
            return;
        }
        if (matcher.group(2) == null) {
            told.put(matcher.group(1), Long.toString(trigger.number()));
        } else if (trigger.field(matcher.group(2)).orElse(null)
                instanceof Value.Link(long number)) {
            told.put(matcher.group(1), Long.toString(number));
        }
    }

    /// The field by which a record of a type follows another record.
    private Map<String, String> following(String type, WorkRecord followed) {
        return known.rules().vocabulary().recordType(type).stream()
                .flatMap(known -> known.fields().values().stream())
                .filter(RecordType.Field::follows)
                .filter(
                        field ->
                                field.type() instanceof Type.RecordOf(var names)
                                        && (names.isEmpty()
                                                || names.contains(followed.type().name())))
                .findFirst()
                .map(field -> Map.of(field.name(), Long.toString(followed.number())))
                .orElse(Map.of());
    }

    private static List<String> conjuncts(Selector act) {
        List<String> conjuncts = new ArrayList<>();
        act.condition().ifPresent(condition -> split(condition.source(), conjuncts));
        if (act.link() instanceof Selector.Link.Condition(var expression)) {
            split(expression.source(), conjuncts);
        }
        return conjuncts;
    }

    /// Splits at every 且 that stands in no bracket.
    private static void split(String source, List<String> conjuncts) {
        int depth = 0;
        int from = 0;
        for (int at = 0; at < source.length(); at++) {
            char letter = source.charAt(at);
            depth += letter == '(' || letter == '[' ? 1 : letter == ')' || letter == ']' ? -1 : 0;
            if (depth == 0 && source.startsWith(" 且 ", at)) {
                conjuncts.add(source.substring(from, at).strip());
                from = at + 3;
            }
        }
        conjuncts.add(source.substring(from).strip());
    }

    private Optional<Long> trigger() {
        return verdict.obligation().occasion() instanceof Occasion.OnRecord(long number, var _)
                ? Optional.of(number)
                : Optional.empty();
    }

    private Optional<String> counterpart() {
        Obligation obligation = verdict.obligation();
        return obligation.counterpart().isPresent()
                        && obligation.counterpart().get() instanceof Value.Reference reference
                ? Optional.of(reference.code())
                : Optional.empty();
    }

    /// Whether something can still be done about a duty.
    static boolean canBeAnswered(Standing standing) {
        return switch (standing) {
            case OPEN, BREACHED, UNPROVEN -> true;
            case AHEAD,
                    FULFILLED,
                    LATE,
                    WAIVED,
                    STAYED,
                    REVOKED,
                    NOT_APPLICABLE,
                    INACTIVE,
                    CONFLICTED ->
                    false;
        };
    }
}
