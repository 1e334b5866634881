package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.access.HeldPost;
import org.mingze.access.Officer;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;
import org.mingze.office.SectionedPage;
import org.mingze.web.Blank;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

/// 移交单 — one handover: what was handed over, and both signatures.
final class HandoverDrawing {
    private HandoverDrawing() {}

    static SectionedPage of(
            Knowledge known,
            Officer.Last last,
            Entry handed,
            Optional<Entry> receipt,
            LocalDate today,
            String fault) {
        List<SectionedPage.Line> items = new ArrayList<>();
        Map<String, String> places = places(known, last, handed, today);
        if (handed.content().get("单").orElse(Content.Group.EMPTY)
                instanceof Content.Series(List<Content> listed)) {
            for (Content item : listed) {
                if (item instanceof Content.Text(String words)) {
                    String place = places.getOrDefault(words, "");
                    Prose told =
                            place.isEmpty() ? Prose.of(words) : Prose.EMPTY.reference(words, place);
                    items.add(SectionedPage.Line.of(List.of(told)));
                }
            }
        }
        List<SectionedPage.Section> sections = new ArrayList<>();
        sections.add(
                new SectionedPage.Facts(
                        "both",
                        "两边",
                        List.of(
                                Fact.of("岗位", name(known, handed, "岗", today)),
                                Fact.of("移交", signed(handed, today)),
                                Fact.of("接收", name(known, handed, "至", today)),
                                Fact.of(
                                        "签收",
                                        receipt.map(each -> signed(each, today)).orElse("还没有"))),
                        List.of(),
                        0));
        sections.add(
                new SectionedPage.Table(
                        "items",
                        "移交的",
                        String.valueOf(items.size()),
                        List.of("没办完的"),
                        items,
                        Optional.of(new Blank("没有没办完的", "交得干净。", Optional.empty())),
                        Optional.empty()));
        boolean mine =
                last.ended().isEmpty()
                        && handed.content()
                                .text("至")
                                .filter(last.officer().person()::equals)
                                .isPresent();
        if (mine && receipt.isEmpty()) {
            sections.add(
                    new SectionedPage.Form(
                            "take",
                            "签收",
                            Prose.of("看过上面的单子再签。签了，这些事由你接着办；任了这个岗位，它们就在你的今日。"),
                            "/organization/handovers/" + handed.number() + "/receipt",
                            List.of(),
                            List.of(SectionedPage.line("signature", "署名", "写你的全名", "", fault)),
                            "签收",
                            false));
        }
        return SectionedPage.of(
                Place.ORGANIZATION,
                new Heading(
                        List.of(
                                new Link("机构", "/organization"),
                                new Link("移交", "/organization/handovers")),
                        "第" + handed.number() + "号移交" + items.size() + "项",
                        Prose.EMPTY,
                        List.of()),
                sections);
    }

    /// Where each matter of the list stands, for who sees what the post does.
    private static Map<String, String> places(
            Knowledge known, Officer.Last last, Entry handed, LocalDate today) {
        LocalDate day = handed.occurred().day();
        String post = handed.content().text("岗").orElse("");
        String giver = handed.content().text("由").orElse("");
        Sight sight = Sight.of(known.organization(), last.officer().post().code(), today);
        boolean seen =
                last.ended().isEmpty()
                        && known.organization()
                                .lastPost(post, today)
                                .filter(each -> sight.sees(each.body()))
                                .isPresent();
        if (!seen) {
            return Map.of();
        }
        Officer officer = new Officer(last.officer().county(), giver, "", new HeldPost(post, ""));
        Officer.Last then =
                LeftPosts.of(known.organization(), giver, day).stream()
                        .filter(left -> left.post().code().equals(post))
                        .findFirst()
                        .map(left -> left.by(officer))
                        .orElse(new Officer.Last(officer, Optional.empty()));
        return Leaving.matters(known, then, day).stream()
                .collect(
                        Collectors.toMap(
                                Leaving.Matter::words, Leaving.Matter::href, (one, _) -> one));
    }

    private static String signed(Entry entry, LocalDate today) {
        return entry.content().text("署名").orElse("")
                + "，"
                + DayWords.day(entry.occurred().day(), today);
    }

    private static String name(Knowledge known, Entry entry, String field, LocalDate today) {
        return Naming.of(known.organization(), entry.content().text(field).orElse(""), today);
    }
}
