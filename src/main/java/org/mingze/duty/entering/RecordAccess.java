package org.mingze.duty.entering;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.duty.Verdict;
import org.mingze.duty.showing.Acting;
import org.mingze.duty.situation.Stages;
import org.mingze.institution.RecordType;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.web.Act;
import org.mingze.web.NotPermitted;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;
import org.mingze.work.classed.ClassedSight;
import org.mingze.work.form.RecordOwner;

/// 可见可改 — who reads the personal values of a record, who corrects it and who takes it back, as
/// decisions 11 and 16 have it.
///
/// @param sight    what else the acting post reads
/// @param reads    whether the acting post reads them
/// @param changes  what the acting post may change
/// @param body     whose record it is, by name
/// @param entered  who entered it, by name
/// @param readers  who reads them, by name
record RecordAccess(
        ClassedSight sight,
        boolean reads,
        Changing changes,
        String body,
        String entered,
        String readers,
        Set<String> withheld) {
    /// 改到哪里 — nothing; what nobody filled yet; everything, taking it back included.
    enum Changing {
        NOTHING,
        FILLING,
        EVERYTHING
    }

    RecordAccess {
        withheld = Set.copyOf(withheld);
    }

    static RecordAccess of(Knowledge known, WorkRecord record, Acting acting, LocalDate today) {
        Organization organization = known.organization();
        ClassedSight sight = ClassedSight.of(known, acting.post(), today);
        String owner = sight.owner(record);
        String desk = sight.desk(record);
        return new RecordAccess(
                sight,
                sight.reads(record),
                sight.isEntered(record)
                        ? Changing.EVERYTHING
                        : ofOwner(known, record, acting, owner, desk, today),
                owner.isEmpty() ? "录入的岗位" : Naming.of(organization, owner, today),
                desk.isEmpty() ? "录入的岗位" : Naming.of(organization, desk, today),
                readers(organization, sight.readers(record), today),
                Set.of());
    }

    /// Who may read it, in words.
    private static String readers(
            Organization organization, ClassedSight.Readers readers, LocalDate today) {
        String bodies =
                Stream.concat(
                                readers.bodies().stream()
                                        .map(body -> Naming.of(organization, body, today)),
                                readers.office() ? Stream.of("信访机构") : Stream.empty())
                        .collect(Collectors.joining("、"));
        String near = bodies.isEmpty() ? "录入的岗位" : bodies;
        return readers.heads() ? near + "和上级单位的负责人" : near;
    }

    /// A body changes what tells of its own work, whoever entered it; what another found or sent
    /// it to do it completes. Where whoever entered it is no more, the line above the owner does
    /// it.
    private static Changing ofOwner(
            Knowledge known,
            WorkRecord record,
            Acting acting,
            String owner,
            String desk,
            LocalDate today) {
        if (acting.body().equals(owner)) {
            return isToAnswer(known, record, today) && !desk.isEmpty()
                    ? Changing.FILLING
                    : Changing.EVERYTHING;
        }
        boolean above = isWithin(known.organization(), owner, acting.body(), today);
        return above && desk.isEmpty() ? Changing.EVERYTHING : Changing.NOTHING;
    }

    /// Whether a record says what its body is to do, or begins a matter that the body must answer.
    private static boolean isToAnswer(Knowledge known, WorkRecord record, LocalDate today) {
        return RecordOwner.isToDo(record.type().owner())
                || Stages.kind(new AsOf(known, today), record.number()).isPresent();
    }

    /// Without the classes that the security administrator took from the acting post.
    RecordAccess without(Set<String> classes) {
        return new RecordAccess(sight, reads, changes, body, entered, readers, classes);
    }

    /// Whether the values of a field are shown.
    boolean reads(RecordType.Field field) {
        return !field.fieldClass().isClassed()
                || (reads && !withheld.contains(field.fieldClass().word()));
    }

    /// A verdict as this post reads it: what a rule read of classed fields is left out for whoever
    /// does not read them.
    Verdict shown(Verdict verdict, Knowledge known) {
        return verdict.withoutClassed(
                known.records(), record -> withheld.isEmpty() && sight.reads(record));
    }

    /// What its page offers.
    List<Act> acts(String address) {
        String correction = address + "/correction";
        String withdrawal = address + "/withdrawal";
        return switch (changes) {
            case NOTHING -> List.of();
            case FILLING -> List.of(Act.of("补填", correction));
            case EVERYTHING ->
                    List.of(
                            Act.of("更正", correction),
                            new Act("撤销", withdrawal, Act.Weight.GRAVE, Optional.empty()));
        };
    }

    /// The classes of the values that are shown of a record.
    Set<String> shown(WorkRecord record) {
        return classes(record, this::reads);
    }

    /// The classes of all its values.
    static Set<String> classes(WorkRecord record) {
        return classes(record, _ -> true);
    }

    private static Set<String> classes(WorkRecord record, Predicate<RecordType.Field> shown) {
        Set<String> classes = new TreeSet<>();
        for (RecordType.Field field : record.type().fields().values()) {
            if (field.fieldClass().isClassed()
                    && shown.test(field)
                    && record.fields().get(field.name()) != null) {
                classes.add(field.fieldClass().word());
            }
        }
        return classes;
    }

    /// A file of a record shows what is classed in it, and the papers of a petition whose it is; a
    /// post from which a value is withheld does not open it, and cannot correct what it does not
    /// see.
    void requireEverything(WorkRecord record, String deed) {
        if (!reads && sight.guards(record)) {
            throw new NotPermitted(
                    "这一笔不归你现在的岗位" + deed,
                    "它的个人和涉案内容由" + readers + "看；别的内容你能看。",
                    "要" + deed + "，找" + body + "。");
        }
        for (RecordType.Field field : record.type().fields().values()) {
            if (!reads(field) && record.fields().get(field.name()) != null) {
                throw new NotPermitted(
                        "这一笔不归你现在的岗位" + deed,
                        "它有“" + field.fieldClass().word() + "”内容，这一类已从你的岗位收回；别的内容能看。",
                        "要" + deed + "，找" + body + "经办的岗位；为什么收回，问安全管理员。");
            }
        }
    }

    private static boolean isWithin(
            Organization organization, String body, String acting, LocalDate today) {
        Optional<String> at = Optional.of(body).filter(code -> !code.isEmpty());
        while (at.isPresent()) {
            if (at.get().equals(acting)) {
                return true;
            }
            at = organization.superior(at.get(), today).map(Body::code);
        }
        return false;
    }

    /// Why a classed value is not shown: its class was taken from the post, or the work is not its.
    String masked(RecordType.Field field) {
        String word = field.fieldClass().word();
        return reads
                ? "隐去（“" + word + "”一类已从你的岗位收回，为什么问安全管理员）"
                : "隐去（" + word + "信息，" + readers + "可见）";
    }

    /// @throws NotPermitted unless the acting post may change it at all
    void requireChanging() {
        if (changes == Changing.NOTHING) {
            throw notOurs("更正");
        }
    }

    /// @throws NotPermitted unless the acting post may take it back
    void requireTakingBack() {
        if (changes == Changing.FILLING) {
            throw new NotPermitted(
                    "这一笔是" + entered + "记的、要" + body + "办的，不能由要办的单位撤销",
                    "你能看它，也能补填它还空着的栏。",
                    "记错了的，请" + entered + "撤销；不归本单位办的，也请它更正。");
        }
        if (changes == Changing.NOTHING) {
            throw notOurs("撤销");
        }
    }

    /// Why a field that is filled stays as it is.
    String kept() {
        return "这一栏是" + entered + "记的，" + body + "只能补填还空着的栏；记错了的，请" + entered + "更正";
    }

    private NotPermitted notOurs(String deed) {
        return new NotPermitted(
                "这一笔不归你现在的岗位" + deed,
                "谁记的谁改：它是"
                        + entered
                        + "记的"
                        + (entered.equals(body) ? "" : "，说的是" + body + "的事")
                        + "。",
                "要" + deed + "，请" + entered + "来改。");
    }
}
