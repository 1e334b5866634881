package org.mingze.dossier;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.institution.DossierKind;
import org.mingze.institution.DutyForm;
import org.mingze.institution.expression.Value;
import org.mingze.work.WorkRecord;

/// 一卷 — a root record, where it stands, what is owed on it, and by when.
///
/// @param at       the stage, as the institution that makes it a dossier declares it
/// @param members  everything that follows the root, oldest first
/// @param verdicts of every duty that the root or a member raises
/// @param refilled whether all that is filled in was filled in anew since it last came back
/// @param owed     what is still owed on it within a time, the earliest due first
/// @param due      the day that the item itself is to be done by, or what was settled and is looked
///                 at again; empty for one that is done with or where none is set
public record Dossier(
        LedgerKind kind,
        WorkRecord root,
        DossierKind.Stage at,
        Optional<String> body,
        List<WorkRecord> members,
        List<Verdict> verdicts,
        boolean refilled,
        List<Verdict> owed,
        Optional<LocalDate> due) {
    private static final String CORRECTION = "更正";

    static Dossier of(
            LedgerKind kind,
            WorkRecord root,
            DossierKind.Stage at,
            Optional<String> body,
            List<WorkRecord> members,
            List<Verdict> verdicts,
            boolean refilled) {
        List<Verdict> owed = owed(verdicts);
        Optional<LocalDate> due =
                at.settled() ? again(root, members, owed) : due(root, members, owed);
        return new Dossier(
                kind,
                root,
                at,
                body,
                List.copyOf(members),
                List.copyOf(verdicts),
                refilled,
                owed,
                due);
    }

    public long number() {
        return root.number();
    }

    public String stage() {
        return at.name();
    }

    /// The kind of record that a stage waits for; what is filled in is none of its own.
    static Optional<String> awaited(DossierKind.Stage stage) {
        return stage.acts().stream().filter(type -> !type.equals(CORRECTION)).findFirst();
    }

    /// Whether its stage waits for a kind of record before any other.
    public boolean awaits(String recordType) {
        return !isSettled() && awaited(at).filter(recordType::equals).isPresent();
    }

    /// Whether it came back after it was closed and was not closed again.
    public boolean isRelapsed() {
        long closed = last("销号").map(WorkRecord::number).orElse(0L);
        return last("复发").filter(back -> back.number() > closed).isPresent();
    }

    public boolean isSettled() {
        return at.settled();
    }

    /// Whether something is to be done by a day, or is open at least: settled, it may be looked at
    /// again.
    boolean isOpen() {
        return !isSettled() || due.isPresent();
    }

    /// The same of only some of what follows the root.
    Dossier having(List<WorkRecord> some) {
        return new Dossier(kind, root, at, body, some, verdicts, refilled, owed, due);
    }

    private static List<Verdict> owed(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> isTimed(verdict.obligation().duty().form()))
                .filter(verdict -> isOpen(verdict.standing()))
                .sorted(Comparator.comparing(verdict -> verdict.due().orElse(LocalDate.MAX)))
                .toList();
    }

    /// By when the request that what was answered be looked at again is to be answered.
    private static Optional<LocalDate> again(
            WorkRecord root, List<WorkRecord> members, List<Verdict> owed) {
        return owed.stream()
                .filter(
                        verdict ->
                                verdict.obligation().occasion()
                                                instanceof Occasion.OnRecord(long of, var _)
                                        && members.stream()
                                                .filter(each -> each.number() == of)
                                                .anyMatch(each -> each.type().equals(root.type())))
                .flatMap(verdict -> verdict.due().stream())
                .findFirst();
    }

    private static Optional<LocalDate> due(
            WorkRecord root, List<WorkRecord> members, List<Verdict> owed) {
        Optional<LocalDate> day = owed.stream().findFirst().flatMap(Verdict::due);
        boolean fillMissed =
                owed.stream()
                        .findFirst()
                        .filter(verdict -> verdict.standing() == Standing.BREACHED)
                        .filter(verdict -> !isOfRelapse(verdict))
                        .filter(_ -> !lacksMeasure(root, members))
                        .isPresent();
        Optional<LocalDate> written = day(root, "期限");
        if (owed.stream().findFirst().filter(first -> isFill(first, root, members)).isPresent()) {
            return written;
        }
        return fillMissed && written.isPresent() && day.filter(written.get()::isAfter).isPresent()
                ? written
                : day;
    }

    /// What was missed after a relapse stays over until it is closed, whatever day is written.
    private static boolean isOfRelapse(Verdict verdict) {
        return verdict.obligation().occasion() instanceof Occasion.OnRecord(long _, var reopening)
                && reopening.isPresent();
    }

    /// Until when what a measure still lacks, its cause, is to be written; the measure itself is to
    /// be done by its own day.
    Optional<LocalDate> fillDay() {
        return owed.stream()
                .findFirst()
                .filter(first -> isFill(first, root, members))
                .flatMap(Verdict::due);
    }

    private static boolean isFill(Verdict first, WorkRecord root, List<WorkRecord> members) {
        Optional<LocalDate> written = day(root, "期限");
        return first.standing() == Standing.OPEN
                && written.isPresent()
                && first.due().filter(written.get()::isAfter).isPresent()
                && members.stream().anyMatch(member -> member.type().name().equals("措施"))
                && lacksMeasure(root, members);
    }

    /// A dossier that is settled may still owe a later look.
    public Optional<Verdict> laterOwed() {
        return isSettled() ? owed.stream().findFirst() : Optional.empty();
    }

    /// Whether it was closed, then looked at again and found good: nothing waits to be done.
    boolean isLookedAt() {
        return isSettled()
                && laterOwed().isEmpty()
                && last("检查")
                        .filter(look -> look.field("合格").equals(Optional.of(new Value.Truth(true))))
                        .filter(
                                look ->
                                        last("销号")
                                                .filter(closed -> closed.number() < look.number())
                                                .isPresent())
                        .isPresent();
    }

    /// Whether the side that should answer last said that it is not its to answer.
    boolean isDeclined() {
        return last("反馈")
                .filter(said -> said.field("结果").equals(Optional.of(new Value.Text("不属本单位职责"))))
                .isPresent();
    }

    /// The form of an assignment that follows from this one and says what this one says.
    String handingOn() {
        return Stream.of("机构", "类", "内容", "期限")
                .flatMap(
                        field ->
                                text(field)
                                        .or(() -> reference(field).map(Value.Reference::code))
                                        .or(() -> day(field).map(LocalDate::toString))
                                        .map(text -> "&" + encoded(field) + "=" + encoded(text))
                                        .stream())
                .collect(
                        Collectors.joining(
                                "",
                                "/records/new/"
                                        + kind.english()
                                        + "?"
                                        + encoded("缘")
                                        + "="
                                        + number(),
                                ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Whether the last look after the closure found that it does not hold.
    boolean isFoundWanting() {
        return last("检查")
                .filter(look -> look.field("合格").equals(Optional.of(new Value.Truth(false))))
                .isPresent();
    }

    public List<WorkRecord> ofType(String type) {
        return members.stream().filter(member -> member.type().name().equals(type)).toList();
    }

    public Optional<WorkRecord> last(String type) {
        return ofType(type).stream().reduce((_, later) -> later);
    }

    public Optional<Value.Reference> reference(String field) {
        return root.field(field).orElse(new Value.Unknown(field)) instanceof Value.Reference found
                ? Optional.of(found)
                : Optional.empty();
    }

    public Optional<String> text(String field) {
        return root.field(field).orElse(new Value.Unknown(field)) instanceof Value.Text(String text)
                ? Optional.of(text)
                : Optional.empty();
    }

    public Optional<LocalDate> day(String field) {
        return day(root, field);
    }

    private static Optional<LocalDate> day(WorkRecord root, String field) {
        return root.field(field).orElse(new Value.Unknown(field))
                        instanceof Value.Day(LocalDate day)
                ? Optional.of(day)
                : Optional.empty();
    }

    private static boolean lacksMeasure(WorkRecord root, List<WorkRecord> members) {
        return !root.isFilled("责任人")
                || !root.isFilled("原因")
                || members.stream().noneMatch(member -> member.type().name().equals("措施"));
    }

    private static boolean isOpen(Standing standing) {
        return switch (standing) {
            case OPEN, BREACHED, UNPROVEN, AHEAD, STAYED -> true;
            case FULFILLED, LATE, WAIVED, REVOKED, NOT_APPLICABLE, INACTIVE, CONFLICTED -> false;
        };
    }

    private static boolean isTimed(DutyForm form) {
        return form instanceof DutyForm.Response || form instanceof DutyForm.ClosedLoop;
    }
}
