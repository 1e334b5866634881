package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.access.Officer;
import org.mingze.dossier.Saying;
import org.mingze.duty.TodayPage;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;
import org.mingze.web.Act;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.web.Row;
import org.mingze.work.Knowledge;
import org.springframework.stereotype.Component;

/// 移交在今日 — what was handed over and waits for the receipt of whoever takes it over.
@Component
class Handed implements TodayPage.Told {
    static final String ACT = "移交";
    static final String TAKEN = "接收";
    private static final int SHOWN_MAX = 20;
    private static final int TAKEN_DAYS = 180;

    @Override
    public Optional<Part> of(Knowledge known, Officer officer, LocalDate today) {
        Saying saying = Saying.of(known, today);
        List<Row> rows =
                waiting(known, officer.person()).stream()
                        .limit(SHOWN_MAX)
                        .map(each -> row(saying, each))
                        .toList();
        List<Row> taken = taken(known, officer.person(), today).limit(SHOWN_MAX).toList();
        List<Row> all = Stream.concat(rows.stream(), taken.stream()).toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(Part.of("handed", heading(rows, taken), all));
    }

    private static Row row(Saying saying, Entry handed) {
        String address = HandoversController.BASE + "/" + handed.number();
        return new Row(
                new Mark(Mark.Shape.OPEN, "待签收"),
                new Link("“" + saying.name(text(handed, "岗")) + "”移交的事", address),
                Prose.of(
                        text(handed, "署名")
                                + saying.day(handed.occurred().day())
                                + "移交"
                                + count(handed)
                                + "项；看过单子再签，签了由你接着办。"),
                Row.Due.NONE,
                Optional.of(Act.small("签收", address)));
    }

    /// What a person signed for stays with that person until somebody holds the post.
    private static Stream<Row> taken(Knowledge known, String person, LocalDate today) {
        Saying saying = Saying.of(known, today);
        return known.acts(ACT).stream()
                .filter(each -> is(each, "至", person))
                .filter(each -> count(each) > 0)
                .filter(each -> receipt(known, each.number()).isPresent())
                .filter(each -> known.organization().holder(text(each, "岗"), today).isEmpty())
                .filter(each -> !each.occurred().day().isBefore(today.minusDays(TAKEN_DAYS)))
                .map(each -> takenRow(saying, each));
    }

    private static Row takenRow(Saying saying, Entry handed) {
        String address = HandoversController.BASE + "/" + handed.number();
        return new Row(
                new Mark(Mark.Shape.OPEN, "已接手"),
                new Link(
                        "“" + saying.name(text(handed, "岗")) + "”的事，" + count(handed) + "项",
                        address),
                Prose.of("岗位空缺，有人任了就转到他的今日。"),
                Row.Due.NONE,
                Optional.of(Act.small("看单子", address)));
    }

    private static String heading(List<Row> waiting, List<Row> taken) {
        if (taken.isEmpty()) {
            return "等你签收的移交";
        }
        return waiting.isEmpty() ? "你接手的，岗位还空缺" : "等你签收和已接手的移交";
    }

    private static int count(Entry handed) {
        return handed.content().get("单").orElse(Content.Group.EMPTY)
                        instanceof Content.Series(List<Content> items)
                ? items.size()
                : 0;
    }

    /// What waits for the receipt of a person, oldest first.
    static List<Entry> waiting(Knowledge known, String person) {
        return known.acts(ACT).stream()
                .filter(each -> is(each, "至", person))
                .filter(each -> receipt(known, each.number()).isEmpty())
                .toList();
    }

    static Optional<Entry> receipt(Knowledge known, long number) {
        return known.acts(TAKEN).stream()
                .filter(each -> is(each, ACT, Long.toString(number)))
                .findFirst();
    }

    /// Given or taken over by the person, or of the post that is held.
    static boolean concerns(Entry entry, Officer.Last last) {
        Officer officer = last.officer();
        boolean held = last.ended().isEmpty();
        return entry.content().text("由").filter(officer.person()::equals).isPresent()
                || entry.content().text("至").filter(officer.person()::equals).isPresent()
                || (held && entry.content().text("岗").equals(Optional.of(officer.post().code())));
    }

    static boolean is(Entry entry, String field, String wanted) {
        return entry.content().text(field).equals(Optional.of(wanted));
    }

    private static String text(Entry entry, String field) {
        return entry.content().text(field).orElse("");
    }
}
