package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mingze.calendar.Period;
import org.mingze.calendar.WorkCalendar;
import org.mingze.institution.Institution;
import org.mingze.institution.Parameter;
import org.mingze.institution.RecordType;
import org.mingze.institution.Role;
import org.mingze.institution.ValueReader;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Type;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.journal.Entry;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.ChinaTime;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// 事实 — what a journal prefix says, with everything withdrawn left out.
final class NaiveFacts {
    private static final String WITHDRAWAL = "撤销";
    private static final Set<String> ACTS =
            Set.of("更正", "施行", "废止", "设参", "建账", "免", "延", "停", "复", "委托", "收回委托");
    static final Value UNKNOWN = new Value.Unknown("");

    private final WorkCalendar calendar;
    private final LocalDate today;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Long> withdrawn = new HashSet<>();
    private final Knowledge known;
    private final List<WorkRecord> visible;
    private final List<Version> versions = new ArrayList<>();

    /// One enacted text, and the day on which it was recorded.
    record Version(Institution institution, LocalDate knownOn) {}

    NaiveFacts(List<Entry> journal, WorkCalendar calendar, LocalDate today) {
        this.calendar = calendar;
        this.today = today;
        for (Entry entry : journal.reversed()) {
            if (entry.kind().equals(WITHDRAWAL) && !withdrawn.contains(entry.number())) {
                withdrawn.add(Long.parseLong(text(entry, "原")));
            }
        }
        for (Entry entry : journal) {
            boolean isRecord =
                    !ACTS.contains(entry.kind()) && !Organization.isOrganizationAct(entry.kind());
            if (!entry.kind().equals(WITHDRAWAL)
                    && (isRecord || !withdrawn.contains(entry.number()))) {
                entries.add(entry);
            }
        }
        this.known = Knowledge.of(entries, calendar);
        this.visible = visibleOn(today);
        readVersions();
    }

    /// The same journal asked about another day.
    private NaiveFacts(NaiveFacts facts, LocalDate today) {
        this.calendar = facts.calendar;
        this.today = today;
        this.entries.addAll(facts.entries);
        this.withdrawn.addAll(facts.withdrawn);
        this.known = facts.known;
        this.visible = visibleOn(today);
        this.versions.addAll(facts.versions);
    }

    NaiveFacts on(LocalDate day) {
        return new NaiveFacts(this, day);
    }

    private List<WorkRecord> visibleOn(LocalDate day) {
        return known.records().histories().stream()
                .filter(history -> !isWithdrawn(history))
                .map(RecordHistory::current)
                .filter(found -> !found.day().isAfter(day))
                .sorted(
                        Comparator.comparing(WorkRecord::occurred)
                                .thenComparingLong(WorkRecord::number))
                .toList();
    }

    private void readVersions() {
        Map<String, Institution> read = new HashMap<>();
        for (String id : known.rules().institutions()) {
            for (Enactment enactment : known.rules().versions(id)) {
                read.put(enactment.institution().text(), enactment.institution());
            }
        }
        Set<String> seen = new HashSet<>();
        for (Entry entry : acts("施行")) {
            Institution institution = read.get(text(entry, "文"));
            if (institution != null && seen.add(institution.text())) {
                versions.add(new Version(institution, ChinaTime.day(entry.recordedAt())));
            }
        }
    }

    WorkCalendar calendar() {
        return calendar;
    }

    LocalDate today() {
        return today;
    }

    Organization organization() {
        return known.organization();
    }

    List<Version> versions() {
        return versions;
    }

    /// Acts that are not withdrawn, in the order recorded.
    List<Entry> acts(String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    static String text(Entry entry, String key) {
        return entry.content().text(key).orElse("");
    }

    /// Every record that ever was, withdrawn or not.
    List<RecordHistory> histories() {
        return List.copyOf(known.records().histories());
    }

    boolean isWithdrawn(RecordHistory history) {
        return withdrawn.contains(history.original().number());
    }

    /// Records that happened by today and are not withdrawn.
    List<WorkRecord> visible() {
        return visible;
    }

    Optional<WorkRecord> find(long number) {
        return visible.stream().filter(found -> found.number() == number).findFirst();
    }

    /// Whether a record follows another, directly or through records that are not withdrawn.
    boolean follows(long number, long target) {
        Set<Long> reached = new HashSet<>();
        known.records().history(number).ifPresent(of -> reached.addAll(cited(of.current())));
        boolean grown = number != target;
        while (grown) {
            grown = false;
            for (WorkRecord found : visible) {
                if (reached.contains(found.number())) {
                    grown |= reached.addAll(cited(found));
                }
            }
        }
        return number != target && reached.contains(target);
    }

    private static Set<Long> cited(WorkRecord record) {
        Set<Long> cited = new HashSet<>();
        for (RecordType.Field field : record.type().fields().values()) {
            if (field.follows() && record.fields().get(field.name()) instanceof Value.Link link) {
                cited.add(link.number());
            }
        }
        return cited;
    }

    private boolean reaches(Version version, LocalDate day, LocalDate due) {
        Institution institution = version.institution();
        for (Entry repeal : acts("废止")) {
            LocalDate from = LocalDate.parse(text(repeal, "自"));
            boolean meant =
                    text(repeal, "编号").equals(institution.id())
                            && !from.isBefore(institution.from());
            if (meant && !day.isBefore(from)) {
                return false;
            }
        }
        return institution.status() != Institution.Status.DRAFT
                && !day.isBefore(institution.from())
                && institution.until().map(last -> !day.isAfter(last)).orElse(true)
                && !due.isBefore(version.knownOn());
    }

    /// The version in force on a day: the latest to begin, unless it suspends the institution. One
    /// recorded only after the due day takes nothing from the version before it.
    private Optional<Version> governing(String id, LocalDate day, LocalDate due) {
        Version latest = null;
        for (Version version : versions) {
            boolean later =
                    latest == null
                            || !version.institution().from().isBefore(latest.institution().from());
            if (version.institution().id().equals(id) && reaches(version, day, due) && later) {
                latest = version;
            }
        }
        return Optional.ofNullable(latest)
                .filter(found -> found.institution().status() == Institution.Status.IN_FORCE);
    }

    boolean governs(Version version, LocalDate day, LocalDate due) {
        return governing(version.institution().id(), day, due).equals(Optional.of(version));
    }

    /// 拆分 — the parts of a period that versions begun within it make.
    List<Period> parts(String id, Period period) {
        SortedSet<LocalDate> starts = new TreeSet<>(Set.of(period.start()));
        for (Version version : versions) {
            LocalDate from = version.institution().from();
            if (version.institution().id().equals(id)
                    && version.institution().split()
                    && period.contains(from)
                    && governs(version, from, period.end())) {
                starts.add(from);
            }
        }
        List<Period> parts = new ArrayList<>();
        for (LocalDate start : starts) {
            LocalDate end = period.end();
            for (LocalDate next : starts.tailSet(start.plusDays(1))) {
                end = end.isBefore(next) ? end : next.minusDays(1);
            }
            parts.add(new Period(period.unit(), start, end));
        }
        return parts;
    }

    /// Another version begun on the same day, or an institution that excludes this one and binds
    /// the same body.
    boolean isInConflict(Owed owed) {
        Institution own = owed.institution();
        for (Version other : versions) {
            Institution that = other.institution();
            boolean inForce =
                    that.status() == Institution.Status.IN_FORCE
                            && reaches(other, owed.ruleDay(), owed.due());
            boolean rival =
                    !other.equals(owed.version())
                            && that.id().equals(own.id())
                            && that.from().equals(own.from());
            boolean opposed =
                    (own.excludes().contains(that.id()) || that.excludes().contains(own.id()))
                            && governs(other, owed.ruleDay(), owed.due())
                            && owed.body().isPresent()
                            && binds(that, owed.body(), owed.ruleDay());
            if (inForce && (rival || opposed)) {
                return true;
            }
        }
        return false;
    }

    /// 适用.
    boolean binds(Institution institution, Optional<String> code, LocalDate day) {
        Optional<Body> body = code.flatMap(at -> organization().body(at, day));
        return code.isEmpty()
                || institution.levels().isEmpty()
                || body.flatMap(Body::level).filter(institution.levels()::contains).isPresent();
    }

    /// The body into which a body was merged by a day, and that into which that one was.
    Reference carrying(Reference who, LocalDate day) {
        return carrying(who, day, Set.of());
    }

    private Reference carrying(Reference who, LocalDate day, Set<Reference> before) {
        if (before.contains(who)) {
            return who;
        }
        if (who.kind() != Reference.Kind.BODY || bodyOf(who, day).isPresent()) {
            return who;
        }
        Optional<Entry> merger = Optional.empty();
        for (Entry act : known.acts("撤销机构")) {
            if (text(act, "机构").equals(who.code()) && !act.occurred().day().isAfter(day)) {
                merger = Optional.of(act);
            }
        }
        String into = merger.map(act -> text(act, "并入")).orElse("");
        Set<Reference> so = new HashSet<>(before);
        so.add(who);
        Reference next = into.isEmpty() ? who : carrying(Reference.body(into), day, so);
        return bodyOf(next, day).isPresent() ? next : who;
    }

    Optional<String> bodyOf(Reference reference, LocalDate day) {
        return switch (reference.kind()) {
            case BODY -> organization().body(reference.code(), day).map(Body::code);
            case POST -> organization().post(reference.code(), day).map(Post::body);
            case PERSON -> Optional.empty();
        };
    }

    boolean holds(Reference person, Reference post, LocalDate day) {
        return person.kind() == Reference.Kind.PERSON
                && post.kind() == Reference.Kind.POST
                && organization().holder(post.code(), day).equals(Optional.of(person.code()));
    }

    /// The member of a role nearest to a body, upwards: at it or directly below it.
    Optional<Reference> nearest(Role role, Optional<String> body, LocalDate day) {
        List<Reference> members = members(role, day);
        Optional<String> from = body.map(at -> carrying(Reference.body(at), day).code());
        for (String at : upwards(from, day)) {
            for (Reference member : members) {
                if (bodyOf(member, day).equals(Optional.of(at))) {
                    return Optional.of(member);
                }
            }
            for (Reference member : members) {
                boolean below =
                        organization()
                                .superior(member.code(), day)
                                .filter(superior -> superior.code().equals(at))
                                .isPresent();
                if (member.kind() == Reference.Kind.BODY && below) {
                    return Optional.of(member);
                }
            }
        }
        return Optional.empty();
    }

    List<Reference> members(Role role, LocalDate day) {
        List<Reference> members = new ArrayList<>();
        for (Body body : organization().bodies(day)) {
            boolean meant =
                    (role.bodyKinds().isEmpty() || role.bodyKinds().contains(body.kind()))
                            && (role.levels().isEmpty()
                                    || body.level().filter(role.levels()::contains).isPresent());
            if (meant && !role.isPost()) {
                members.add(Reference.body(body.code()));
            }
            for (Post post : organization().postsIn(body.code(), day)) {
                if (meant && role.postTitles().filter(t -> t.contains(post.title())).isPresent()) {
                    members.add(Reference.post(post.code()));
                }
            }
        }
        return members;
    }

    /// A body and the bodies above it, nearest first.
    List<String> upwards(Optional<String> body, LocalDate day) {
        List<String> chain = new ArrayList<>();
        Optional<String> at = body;
        while (at.isPresent()) {
            chain.add(at.get());
            at = organization().superior(at.get(), day).map(superior -> superior.code());
        }
        return chain;
    }

    /// The nearest 设定 that the parameter allows, else the institution's own value.
    Optional<Value> parameter(
            Institution institution, String name, Optional<String> body, LocalDate day) {
        Parameter parameter = institution.parameters().get(name);
        if (parameter == null) {
            return Optional.empty();
        }
        List<String> setters = new ArrayList<>(upwards(body, day));
        setters.add("");
        for (String setter : setters) {
            Optional<Value> found = Optional.empty();
            for (Entry entry : acts("设参")) {
                Optional<Value> value =
                        entry.content()
                                .get("值")
                                .flatMap(text -> ValueReader.read(parameter.type(), text));
                boolean meant =
                        text(entry, "编号").equals(institution.id())
                                && text(entry, "参").equals(name)
                                && text(entry, "机构").equals(setter)
                                && !day.isBefore(LocalDate.parse(text(entry, "自")));
                if (meant
                        && value.filter(given -> inBounds(parameter, given)).isPresent()
                        && maySet(parameter, setter, body, day)) {
                    found = value;
                }
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return parameter.on(day);
    }

    private boolean maySet(
            Parameter parameter, String setter, Optional<String> body, LocalDate day) {
        String level =
                setter.isEmpty()
                        ? "县"
                        : organization().body(setter, day).flatMap(at -> at.level()).orElse("");
        return parameter.settableBy().contains(level)
                || (parameter.settableBy().contains("本级") && body.equals(Optional.of(setter)));
    }

    private static boolean inBounds(Parameter parameter, Value value) {
        Rational number = value instanceof Value.Numeric(Rational given) ? given : Rational.ZERO;
        return parameter
                        .atLeast()
                        .map(
                                bound ->
                                        !(bound instanceof Value.Numeric(Rational least))
                                                || least.compareTo(number) <= 0)
                        .orElse(true)
                && parameter
                        .atMost()
                        .map(
                                bound ->
                                        !(bound instanceof Value.Numeric(Rational most))
                                                || number.compareTo(most) <= 0)
                        .orElse(true);
    }

    /// Whether a record's choice is a word of its list.
    static Truth isWord(WorkRecord record, String field, String word) {
        if (!lists(record.type(), field, word)) {
            return Truth.NO;
        }
        Value value = record.field(field).orElse(UNKNOWN);
        return value.isUnknown() ? Truth.MAYBE : Truth.of(value.equals(new Value.Text(word)));
    }

    private static boolean lists(RecordType type, String field, String word) {
        return type.typeOf(field).orElse(null) instanceof Type.Choice(String _, List<String> words)
                && words.contains(word);
    }

    /// 建账 for every type whose choice lists a word.
    boolean isComplete(String word, String field, Optional<String> body, LocalDate from) {
        for (RecordType type : known.rules().vocabulary().recordTypes().values()) {
            if (lists(type, field, word) && !isComplete(type.name(), body, from)) {
                return false;
            }
        }
        return true;
    }

    /// 建账: whether a body's records of a type are complete from a day on.
    boolean isComplete(String type, Optional<String> body, LocalDate from) {
        for (Entry opening : acts("建账")) {
            String scope = text(opening, "机构");
            boolean meant =
                    text(opening, "型").equals(type)
                            && (scope.isEmpty() || upwards(body, from).contains(scope));
            if (meant && from.isBefore(LocalDate.parse(text(opening, "自")))) {
                return false;
            }
        }
        return true;
    }
}
