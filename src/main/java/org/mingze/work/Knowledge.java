package org.mingze.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mingze.calendar.WorkCalendar;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;
import org.mingze.organization.Organization;
import org.mingze.organization.OrganizationFault;
import org.mingze.work.index.Amendments;
import org.mingze.work.index.CountyCalendar;
import org.mingze.work.index.KnownNames;
import org.mingze.work.index.Numbered;
import org.mingze.work.index.StandingActs;
import org.mingze.work.index.Touched;
import org.mingze.work.index.Withdrawals;

/// 所知 — everything that is known of a county at one prefix of its journal: organization, rules,
/// records and acts. It is the fold of the entries; nothing else ever changes it.
public final class Knowledge {
    private final CountyCalendar calendar;
    private final Organization organization;
    private final Records records;
    private final KnownNames names;
    private final Enactments enactments;
    private final Map<Long, Opening> openings;
    private final StandingActs acts;
    private final Withdrawals withdrawals = new Withdrawals();
    private final Numbered<String> kinds;
    private final List<String> faults;
    private final Touched touched;
    private long size;
    private Instant knownAt = Instant.EPOCH;

    public Knowledge(WorkCalendar calendar) {
        this.calendar = new CountyCalendar(calendar);
        this.organization = new Organization();
        this.records = new Records();
        this.names = new KnownNames(organization);
        this.enactments = new Enactments();
        this.openings = new TreeMap<>();
        this.acts = new StandingActs();
        this.kinds = new Numbered<>();
        this.faults = new ArrayList<>();
        this.touched = new Touched();
    }

    private Knowledge(Knowledge known, Rules rules) {
        this.calendar = known.calendar;
        this.organization = known.organization;
        this.records = known.records;
        this.names = known.names;
        this.enactments = Enactments.assuming(rules);
        this.openings = known.openings;
        this.acts = known.acts;
        this.kinds = known.kinds;
        this.faults = known.faults;
        this.touched = known.touched;
        this.size = known.size;
        this.knownAt = known.knownAt;
    }

    /// 设想 — the same facts under other rules. It shares everything, so nothing may be applied to
    /// it; what is applied to the original shows in it too.
    public Knowledge under(Rules rules) {
        return new Knowledge(this, rules);
    }

    /// What these entries tell, in their order.
    public static Knowledge of(Iterable<Entry> entries, WorkCalendar calendar) {
        Knowledge knowledge = new Knowledge(calendar);
        entries.forEach(knowledge::apply);
        return knowledge;
    }

    /// The published calendar with the years that the county has entered.
    public WorkCalendar calendar() {
        return calendar.current();
    }

    /// 年历 entries that are not withdrawn, in their order.
    public List<Entry> calendarYears() {
        return calendar.entries();
    }

    public Organization organization() {
        return organization;
    }

    public Records records() {
        return records;
    }

    public Rules rules() {
        return enactments.rules();
    }

    public List<InstitutionFiles.SourceFile> enactedTexts() {
        return enactments.files();
    }

    /// Acts (免, 延, 施行 …) that stand, in their order: of a kind, on a duty, on a record or on none.
    public List<Entry> acts(String kind) {
        return EnactmentCheck.knows(kind) ? enactments.of(kind) : acts.of(kind);
    }

    public List<Entry> acts(String kind, String duty) {
        return acts.on(kind, duty);
    }

    public List<Entry> acts(String kind, String duty, long record) {
        return acts.on(kind, duty, record);
    }

    /// Acts of a kind that were withdrawn, in their order.
    public List<Withdrawals.Withdrawn> withdrawn(String kind) {
        return withdrawals.of(kind);
    }

    /// The number of entries applied: K.
    public long size() {
        return size;
    }

    public Instant knownAt() {
        return knownAt;
    }

    /// The kind of an entry, empty if there is no such number.
    public Optional<String> kindOf(long number) {
        return kinds.find(number)
                .or(() -> records.history(number).map(known -> known.original().type().name()));
    }

    /// What could not be understood while entries were applied; empty for a journal that was
    /// written through the checks of entry.
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /// Whether anybody ever said from when on records of a type are complete.
    public boolean isOpened(String recordType) {
        return openings.values().stream()
                .anyMatch(opening -> opening.recordType().equals(recordType));
    }

    /// Whether records of a type are complete for a body over days from `from` on.
    public boolean isComplete(String recordType, Optional<String> body, LocalDate from) {
        return openings.values().stream()
                .filter(opening -> opening.recordType().equals(recordType))
                .filter(opening -> opening.concerns(body, organization, from))
                .noneMatch(opening -> from.isBefore(opening.from()));
    }

    /// The records that came, changed or went with the entries after a number; empty if anything
    /// else did, or if that was too long ago to tell.
    public Optional<Set<Long>> touchedSince(long number) {
        return touched.since(number, size);
    }

    /// Corrections and withdrawals of records that entered on a day or later, newest first.
    public List<Amendments.Amendment> amendedSince(LocalDate day) {
        return touched.amendedSince(day);
    }

    private OptionalLong touches(Entry entry) {
        boolean onRecord = entry.kind().equals("更正") || entry.kind().equals("撤销");
        long number = onRecord ? original(entry) : entry.number();
        boolean told = onRecord ? records.history(number).isPresent() : isRecordType(entry.kind());
        return told ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /// Takes the next entry in.
    public void apply(Entry entry) {
        size = entry.number();
        knownAt = entry.recordedAt();
        try {
            OptionalLong record = touches(entry);
            take(entry);
            touched.add(entry, record);
        } catch (OrganizationFault | IllegalArgumentException fault) {
            kinds.put(entry.number(), entry.kind());
            faults.add("第" + entry.number() + "号：" + fault.getMessage());
        }
    }

    private void take(Entry entry) {
        switch (entry.kind()) {
            case "更正" -> noted(entry, this::correct);
            case "撤销" -> noted(entry, this::withdraw);
            case "施行", "废止", "设参" -> noted(entry, enactments::apply);
            case CountyCalendar.KIND -> noted(entry, calendar::apply);
            case "建账" -> noted(entry, _ -> openings.put(entry.number(), Opening.of(entry)));
            default -> applyOther(entry);
        }
    }

    /// Notes what an entry is that is no record.
    private void noted(Entry entry, Consumer<Entry> action) {
        kinds.put(entry.number(), entry.kind());
        action.accept(entry);
    }

    /// Asks what would be known if this record or correction entered, and leaves everything as it
    /// was. Nobody else may ask or write meanwhile.
    ///
    /// @throws IllegalArgumentException if the entry is no record of a known type
    public <T> T trying(Entry entry, Function<Knowledge, T> question) {
        if (entry.kind().equals("更正")) {
            return tryingCorrection(entry, question);
        }
        RecordType type = rules().vocabulary().recordTypes().get(entry.kind());
        if (type == null || Organization.isOrganizationAct(entry.kind())) {
            throw new IllegalArgumentException("no record type: " + entry.kind());
        }
        RecordHistory history = new RecordHistory(reading(entry).record(type, entry));
        records.add(history);
        try {
            return question.apply(this);
        } finally {
            records.remove(history);
        }
    }

    private <T> T tryingCorrection(Entry entry, Function<Knowledge, T> question) {
        long number = original(entry);
        RecordHistory history = records.history(number).orElseThrow();
        correct(entry);
        try {
            return question.apply(this);
        } finally {
            records.change(history, () -> history.dropCorrection(entry.number()));
        }
    }

    /// Whether entries of this kind are records, and not acts.
    public boolean isRecordType(String kind) {
        return rules().vocabulary().recordTypes().containsKey(kind)
                && !Organization.isOrganizationAct(kind);
    }

    private void applyOther(Entry entry) {
        if (Organization.isOrganizationAct(entry.kind())) {
            noted(entry, organization::apply);
            acts.add(entry);
            return;
        }
        RecordType type = rules().vocabulary().recordTypes().get(entry.kind());
        if (type == null) {
            noted(entry, acts::add);
        } else {
            records.add(new RecordHistory(reading(entry).record(type, entry)));
        }
    }

    private void correct(Entry entry) {
        long number = original(entry);
        RecordHistory history =
                records.history(number)
                        .orElseThrow(() -> new IllegalArgumentException("没有第" + number + "号记录可更正"));
        Content changed = entry.content().get("改").orElse(Content.Group.EMPTY);
        Content.Group changes = changed instanceof Content.Group all ? all : Content.Group.EMPTY;
        Map<String, Value> values = reading(entry).changes(history.original().type(), changes);
        String reason = entry.content().text("因").orElse("");
        records.change(
                history,
                () -> history.correct(new RecordHistory.Correction(entry.head(), values, reason)));
    }

    private void withdraw(Entry entry) {
        if (withdrawals.add(entry, original(entry))) {
            retract(original(entry), entry.number());
        }
    }

    /// Makes an entry as if it had never been.
    private void retract(long number, long by) {
        String kind = kindOf(number).orElse("");
        Optional<RecordHistory> history = records.history(number);
        if (history.isPresent()) {
            records.change(history.get(), () -> history.get().withdraw(by));
            return;
        }
        switch (kind) {
            case "更正" ->
                    records.correctedBy(number).ifPresent(known -> dropCorrection(known, number));
            case "撤销" -> withdrawals.lift(number).ifPresent(this::reinstate);
            case "施行", "废止", "设参" -> retract(enactments.remove(number));
            case CountyCalendar.KIND -> retract(calendar.remove(number));
            case "建账" -> openings.remove(number);
            default -> {
                organization.withdraw(number);
                retract(acts.remove(number));
            }
        }
    }

    private void retract(Optional<Entry> act) {
        act.ifPresent(removed -> withdrawals.keep(removed, () -> take(removed)));
    }

    private void dropCorrection(RecordHistory history, long number) {
        history.corrections().stream()
                .filter(made -> made.entry().number() == number)
                .<Runnable>map(made -> () -> history.correct(made))
                .forEach(again -> withdrawals.keep(number, () -> records.change(history, again)));
        records.change(history, () -> history.dropCorrection(number));
    }

    /// Makes an entry known again whose withdrawal was itself withdrawn.
    private void reinstate(long number) {
        Optional<RecordHistory> history = records.history(number);
        if (history.isPresent()) {
            records.change(history.get(), () -> history.get().restore());
        } else if (kindOf(number).equals(Optional.of("撤销"))) {
            if (withdrawals.stand(number)) {
                retract(withdrawals.target(number), number);
            }
        } else {
            withdrawals.restore(number);
        }
    }

    private EntryReading reading(Entry entry) {
        return new EntryReading(names, entry.occurred().day());
    }

    private static long original(Entry entry) {
        String text =
                entry.content()
                        .text("原")
                        .orElseThrow(() -> new IllegalArgumentException("没有写明原记录的号"));
        return Long.parseLong(text);
    }
}
