package org.mingze.duty.entering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingze.duty.showing.Acting;
import org.mingze.journal.Content;
import org.mingze.web.Field;
import org.mingze.web.Link;
import org.mingze.work.CountsPanel;
import org.mingze.work.EntryPage;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordTitles;
import org.mingze.work.WorkRecord;
import org.mingze.work.form.EntryForm;

/// 更正页的内容 — the record's form filled with what it holds now, and the reason for the change.
final class CorrectionView {
    static final String REASON = "因";

    private CorrectionView() {}

    static String send(long number) {
        return "/records/" + number + "/correction";
    }

    static String count(long number) {
        return send(number) + "/counts";
    }

    static EntryPage page(
            Knowledge known,
            WorkRecord record,
            Acting acting,
            LocalDate today,
            Typed typed,
            FormFaults faults,
            CountsPanel counts) {
        EntryForm form =
                EntryForm.of(
                        record.type(),
                        typed.content(),
                        faults.forForm(record.type()),
                        new Menus(known, today, acting, typed.content()));
        List<Field> fields = new ArrayList<>();
        fields.add(
                new Field(
                        REASON,
                        "为什么改",
                        "一句话，和更正一起入账；日期记错的，撤销这一笔，照对的日期再记",
                        true,
                        fault(faults),
                        new Field.Control.Area(typed.reason())));
        fields.addAll(form.fields());
        return new EntryPage(
                List.of(
                        new Link("记录", "/records"),
                        new Link("第" + record.number() + "号", "/records/" + record.number()),
                        new Link("更正", "")),
                "更正：" + RecordTitles.of(record),
                List.of(),
                send(record.number()),
                count(record.number()),
                List.of(new EntryPage.Hidden("key", typed.key())),
                fields,
                form.folded(),
                "补充：没有填的几栏",
                "记下更正",
                Optional.empty(),
                counts);
    }

    /// 更正表单 — its fields, its reason, its key.
    record Typed(Content.Group content, String reason, String key) {
        /// The same under a key of its own, to enter after what it entered before.
        Typed anew() {
            return new Typed(content, reason, UUID.randomUUID().toString());
        }
    }

    /// Faults of the whole stand at the reason: there is no field 改 or 原.
    private static String fault(FormFaults faults) {
        for (String field : List.of(REASON, "改", "原")) {
            if (!faults.at(field).isEmpty()) {
                return faults.at(field);
            }
        }
        return "";
    }
}
