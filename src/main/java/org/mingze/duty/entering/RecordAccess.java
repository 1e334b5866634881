package org.mingze.duty.entering;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.Acting;
import org.mingze.institution.RecordType;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.web.NotPermitted;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// 可见可改 — the body of a record, the bodies above it and the post that entered it may read its
/// personal values and correct it.
record RecordAccess(boolean permitted, String body, Set<String> withheld) {
    RecordAccess {
        withheld = Set.copyOf(withheld);
    }

    static RecordAccess of(Knowledge known, WorkRecord record, Acting acting, LocalDate today) {
        Organization organization = known.organization();
        String body = WorkRecords.body(record, known);
        boolean own =
                record.recorder().post().equals(acting.post())
                        || isWithin(organization, body, acting.body(), today);
        return new RecordAccess(
                own, body.isEmpty() ? "录入的岗位" : Naming.of(organization, body, today), Set.of());
    }

    /// Without the classes that the security administrator took from the acting post.
    RecordAccess without(Set<String> classes) {
        return new RecordAccess(permitted, body, classes);
    }

    /// Whether the values of a field are shown.
    boolean reads(RecordType.Field field) {
        return !field.fieldClass().isClassed()
                || (permitted && !withheld.contains(field.fieldClass().word()));
    }

    /// The classes of the values that are shown of a record.
    Set<String> shown(WorkRecord record) {
        Set<String> classes = new TreeSet<>();
        for (RecordType.Field field : record.type().fields().values()) {
            if (field.fieldClass().isClassed()
                    && reads(field)
                    && record.fields().get(field.name()) != null) {
                classes.add(field.fieldClass().word());
            }
        }
        return classes;
    }

    /// A correction shows every value; a post from which one is withheld cannot make it.
    void requireEverything(WorkRecord record, String deed) {
        require(deed);
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

    /// Why a personal value is not shown.
    String masked() {
        return "隐去（个人信息，" + body + "和它的上级可见）";
    }

    void require(String deed) {
        if (!permitted) {
            throw new NotPermitted(
                    "这一笔不归你现在的岗位" + deed, "你能看到它公开和内部的内容。", "要" + deed + "，找" + body + "或它的上级。");
        }
    }
}
