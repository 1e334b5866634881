package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.showing.DayWords;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.organization.Person;
import org.mingze.organization.Post;
import org.mingze.organization.Tenure;
import org.mingze.work.Knowledge;

/// 几笔 — the entries of one deed as they are planned, one after the other, all of one day and on
/// one basis.
record Steps(
        Knowledge known, Officer officer, Deed deed, Told told, LocalDate today, List<Step> all) {
    /// 一笔 — a draft, and what it says.
    record Step(Draft draft, String sentence) {}

    Steps(Knowledge known, Officer officer, Deed deed, Told told, LocalDate today) {
        this(known, officer, deed, told, today, new ArrayList<>());
    }

    LocalDate day() {
        return told.day();
    }

    void add(String kind, Map<String, String> fields, String sentence) {
        Map<String, Content> content = new LinkedHashMap<>();
        fields.forEach((name, value) -> content.put(name, new Content.Text(value)));
        content.put(
                deed.why() == Deed.Ask.REASON ? "因" : "据",
                new Content.Text(told.text(deed.why().field())));
        all.add(
                new Step(
                        new Draft(
                                kind,
                                Occurred.on(day()),
                                officer.recorder(),
                                EntryMode.DONE,
                                new Content.Group(content)),
                        sentence));
    }

    /// Only a post that nobody holds from that day on; `field` names what was told of it.
    void abolish(Post post, String field) {
        Optional<Tenure> held =
                known.organization().tenuresOf(post.code()).stream()
                        .filter(each -> each.until().filter(day()::isAfter).isEmpty())
                        .findFirst();
        if (held.isEmpty()) {
            add("撤销岗位", Map.of("岗", post.code()), "撤销岗位" + post.name() + "；从这天起的职责不再计，以前欠的照旧判");
            return;
        }
        String until =
                held.get().until().map(last -> DayWords.day(last, today) + "为止").orElse("现在");
        told.fault(
                field,
                post.name() + "由" + name(held.get().person()) + "任到" + until + "，先办卸任；卸任第二天起才能撤岗");
    }

    String name(String person) {
        return known.organization().person(person).map(Person::name).orElse(person);
    }
}
