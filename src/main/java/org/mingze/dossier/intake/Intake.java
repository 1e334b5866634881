package org.mingze.dossier.intake;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.RecordForm;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

/// 来件表 — the form of a petition as it stands.
record Intake(Map<String, String> typed, String key, Recorder recorder, LocalDate today) {
    static final String TYPE = "来件";
    static final String RECEIVED = "收日";
    static final String BODY = "机构";
    private static final String REQUEST = "诉求";
    static final String BEFORE = "前件";
    private static final List<String> OPEN = List.of(RECEIVED, "类", "人数", "代表数", BODY, BEFORE);

    /// What a link to the form may answer already.
    private static final List<String> COUNTED = List.of("人数", "代表数", BEFORE);
    static final List<String> TOLD = List.of("类", BODY, BEFORE);

    private static final List<String> PERSONAL = List.of("人", REQUEST);

    /// The same under a key of its own, to enter beside what it entered before.
    Intake anew() {
        return new Intake(typed, UUID.randomUUID().toString(), recorder, today);
    }

    /// As it was typed; numbers in the digits that a form counts with.
    String answer(String field) {
        String typed = this.typed.getOrDefault(field, "").strip();
        return COUNTED.contains(field) ? Normalizer.normalize(typed, Normalizer.Form.NFKC) : typed;
    }

    Optional<LocalDate> received() {
        try {
            return Optional.of(LocalDate.parse(answer(RECEIVED)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static String wholeNumber(String field) {
        return switch (field) {
            case BEFORE -> "“对哪一笔答复”写那笔答复的号，例如12";
            case "代表数" -> "代表人数写整数";
            default -> field + "写整数";
        };
    }

    List<EntryCheck.Fault> faults() {
        List<EntryCheck.Fault> faults = new ArrayList<>();
        if (received().isEmpty()) {
            faults.add(new EntryCheck.Fault(RECEIVED, "写明收到的日期，例如" + today));
        } else if (received().get().isAfter(today)) {
            faults.add(new EntryCheck.Fault(RECEIVED, "收到的日期不能晚于今天"));
        }
        for (String field : List.of("类", BODY)) {
            if (answer(field).isEmpty()) {
                faults.add(
                        new EntryCheck.Fault(field, "选一个" + (field.equals(BODY) ? "承办机构" : "类")));
            }
        }
        for (String field : COUNTED) {
            int most = field.equals(BEFORE) ? 18 : 5;
            if (!answer(field).matches("\\d{0," + most + "}")) {
                faults.add(new EntryCheck.Fault(field, wholeNumber(field)));
            }
        }
        if (answer("人数").matches("0{1,5}")) {
            faults.add(new EntryCheck.Fault("人数", "人数至少1；不知道几个人的，空着"));
        }
        boolean counted =
                Stream.of("人数", "代表数").allMatch(field -> answer(field).matches("\\d{0,5}"));
        if (counted && number("代表数") > Math.max(1, number("人数"))) {
            faults.add(new EntryCheck.Fault("代表数", "代表比人数多；核对两个数，改好再送"));
        }
        return faults;
    }

    /// What stands against entering it, all at once; its limits are told before it says who asks
    /// for what. What the form says of a field goes before what the books say of it.
    List<EntryCheck.Fault> entering(Knowledge known) {
        List<EntryCheck.Fault> faults = new ArrayList<>(faults());
        RecordForm form = form(known);
        form.open(field -> Optional.of(answer(field)).filter(words -> !words.isEmpty())).stream()
                .map(
                        set ->
                                new EntryCheck.Fault(
                                        set.fields().getFirst(),
                                        form.asking(set, field -> isAsked(known, field))))
                .forEach(faults::add);
        faults.addAll(Following.of(known, today, this));
        Set<String> told = faults.stream().map(EntryCheck.Fault::field).collect(Collectors.toSet());
        EntryCheck.faults(known, draft(), today).stream()
                .filter(fault -> !told.contains(fault.field()))
                .forEach(faults::add);
        return faults;
    }

    /// 0 for what was left empty.
    private int number(String field) {
        return Integer.parseInt("0" + answer(field));
    }

    /// What would enter: the petitioner and the request apart, as personal values are.
    Draft draft() {
        return new Draft(
                TYPE,
                Occurred.on(received().orElse(today)),
                recorder,
                mode(),
                new Content.Group(answered(OPEN)),
                answered(PERSONAL));
    }

    /// That a petition came is a fact; whom a request to look again goes to is decided here and
    // now.
    private EntryMode mode() {
        return answer(BEFORE).isEmpty() ? EntryMode.REPORTED : EntryMode.DONE;
    }

    private Map<String, Content> answered(List<String> fields) {
        Map<String, Content> answered = new LinkedHashMap<>();
        for (String field : fields) {
            if (!answer(field).isEmpty()) {
                answered.put(field, new Content.Text(answer(field)));
            }
        }
        return answered;
    }

    IntakePage page(
            Knowledge known,
            Instant now,
            List<EntryCheck.Fault> faults,
            Optional<Refusal> refusal) {
        boolean sound = faults().isEmpty();
        List<IntakePage.Limit> limits =
                sound ? new LimitsCounted(known, today).of(draft(), now) : List.of();
        return new IntakePage(
                new Heading(
                        List.of(new Link("信访台账", "/ledgers/petitions"), new Link("登记来件", "")),
                        "登记来件",
                        Prose.of("各步时限从收到那天算起，先看清楚再记下。来件人只给承办机构、登记的单位、信访机构和上级单位的负责人看。"),
                        List.of()),
                key,
                fields(known, faults),
                limits,
                limits.isEmpty() ? sound ? "施行的制度没有给这一类来件定时限。" : "写好收到的日期、类和承办机构，就能看到各步时限。" : "",
                refusal);
    }

    private List<Field> fields(Knowledge known, List<EntryCheck.Fault> faults) {
        List<Field> fields = new ArrayList<>(asked(known, faults));
        if (isAsked(known, BEFORE)) {
            fields.add(
                    field(
                            BEFORE,
                            "对哪一笔答复",
                            false,
                            "那笔答复的号",
                            new Field.Control.Line(answer(BEFORE), "number", ""),
                            faults));
        }
        if (type(known).flatMap(type -> type.field(REQUEST)).isPresent()) {
            fields.add(
                    fields.size() - 1,
                    field(
                            REQUEST,
                            form(known).label(REQUEST),
                            answer(BEFORE).isEmpty(),
                            join(
                                    "个人信息；写他要求办什么",
                                    form(known).oneOf(REQUEST, field -> isAsked(known, field))),
                            new Field.Control.Area(answer(REQUEST)),
                            faults));
        }
        return fields;
    }

    private static RecordForm form(Knowledge known) {
        return type(known).map(RecordType::form).orElse(RecordForm.PLAIN);
    }

    private static Optional<RecordType> type(Knowledge known) {
        return known.rules().vocabulary().recordType(TYPE);
    }

    private List<Field> asked(Knowledge known, List<EntryCheck.Fault> faults) {
        return List.of(
                field(
                        RECEIVED,
                        form(known).label(RECEIVED),
                        true,
                        "",
                        new Field.Control.Line(answer(RECEIVED), "date", ""),
                        faults),
                field(
                        "类",
                        form(known).label("类"),
                        true,
                        "",
                        new Field.Control.Menu(kinds(known)),
                        faults),
                field(
                        "人",
                        form(known).label("人"),
                        answer(BEFORE).isEmpty(),
                        join(
                                "个人信息，只给承办机构、登记的单位、信访机构和上级单位的负责人看；不打分，不评级",
                                form(known).oneOf("人", field -> isAsked(known, field))),
                        new Field.Control.Line(answer("人"), "text", ""),
                        faults),
                field(
                        "人数",
                        "人数",
                        false,
                        "",
                        new Field.Control.Line(answer("人数"), "number", "人"),
                        faults),
                field(
                        "代表数",
                        form(known).label("代表数"),
                        false,
                        "多人走访的推选代表",
                        new Field.Control.Line(answer("代表数"), "number", "人"),
                        faults),
                field(BODY, "承办机构", true, "", new Field.Control.Menu(bodies(known)), faults));
    }

    /// What an answer is asked to be looked at again by is of a kind that comes after another.
    private boolean isAsked(Knowledge known, String field) {
        return field.equals(BEFORE)
                ? !answer(BEFORE).isEmpty()
                        || Stages.sequels(known.rules(), TYPE, today).contains(answer("类"))
                : PERSONAL.contains(field) || OPEN.contains(field);
    }

    private static String join(String hint, String more) {
        return more.isEmpty() ? hint : hint + "；" + more;
    }

    private static Field field(
            String name,
            String label,
            boolean required,
            String hint,
            Field.Control control,
            List<EntryCheck.Fault> faults) {
        return new Field(
                name,
                label,
                hint,
                required,
                faults.stream()
                        .filter(fault -> fault.field().equals(name))
                        .map(EntryCheck.Fault::sentence)
                        .findFirst()
                        .orElse(""),
                control);
    }

    private List<Field.Option> kinds(Knowledge known) {
        return type(known).stream()
                .flatMap(type -> type.field("类").stream())
                .map(RecordType.Field::type)
                .filter(Type.Choice.class::isInstance)
                .map(Type.Choice.class::cast)
                .flatMap(choice -> choice.words().stream())
                .map(word -> new Field.Option(word, word, word.equals(answer("类"))))
                .toList();
    }

    private List<Field.Option> bodies(Knowledge known) {
        Sight sight = Sight.of(known.organization(), recorder.post(), today);
        Stream<Field.Option> none =
                answer(BODY).isEmpty()
                        ? Stream.of(new Field.Option("", "未选", true))
                        : Stream.empty();
        Stream<Field.Option> seen =
                sight.bodies(known.organization(), today).stream()
                        .map(
                                body ->
                                        new Field.Option(
                                                body.code(),
                                                body.name(),
                                                body.code().equals(answer(BODY))));
        return Stream.concat(none, seen.limit(500)).toList();
    }
}
