package org.mingze.duty.entering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Type;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.WorkRecord;
import org.mingze.work.form.EntryContent;

/// 改了什么 — the fields of a record that a form leaves otherwise than they are.
public final class Changes {
    private static final Content UNKNOWN = new Content.Text("不详");

    private Changes() {}

    static Map<String, Content> of(WorkRecord record, Content.Group typed) {
        Content.Group before = ValueContent.group(record.fields());
        Content.Group after = EntryContent.filled(typed);
        Map<String, Content> changes = new LinkedHashMap<>();
        for (RecordType.Field field : record.type().fields().values()) {
            Optional<Content> now = after.get(field.name());
            Optional<Content> was = before.get(field.name());
            if (now.equals(was) || (now.isEmpty() && isNothing(was))) {
                continue;
            }
            changes.put(field.name(), now.orElseGet(() -> cleared(field.type())));
        }
        return changes;
    }

    private static boolean isNothing(Optional<Content> was) {
        return was.isEmpty()
                || was.get().equals(UNKNOWN)
                || was.get().equals(new Content.Series(List.of()));
    }

    /// An emptied list is empty; any other field that is emptied is known to be unknown.
    private static Content cleared(Type type) {
        return type instanceof Type.ListOf ? new Content.Series(List.of()) : UNKNOWN;
    }

    /// 更正 — its changes stand among the classed values when one of them is classed.
    static Draft correction(
            WorkRecord record,
            Map<String, Content> changes,
            String reason,
            Occurred occurred,
            Recorder recorder) {
        boolean classed =
                changes.keySet().stream().anyMatch(name -> Filling.isClassed(record.type(), name));
        Map<String, Content> open = new LinkedHashMap<>();
        open.put("原", new Content.Text(Long.toString(record.number())));
        open.put("因", new Content.Text(reason));
        Content changed = new Content.Group(changes);
        if (!classed) {
            open.put("改", changed);
        }
        return new Draft(
                "更正",
                occurred,
                recorder,
                EntryMode.DONE,
                new Content.Group(open),
                classed ? Map.of("改", changed) : Map.of());
    }

    /// 撤销 — an entry taken back, with the reason.
    public static Draft withdrawal(
            long number, String reason, Occurred occurred, Recorder recorder) {
        return new Draft(
                "撤销",
                occurred,
                recorder,
                EntryMode.DONE,
                new Content.Group(
                        Map.of(
                                "原", new Content.Text(Long.toString(number)),
                                "因", new Content.Text(reason))));
    }
}
