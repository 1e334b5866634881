package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.journal.Entry;
import org.mingze.office.SectionedPage;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;

/// 移交页 — what is open on a post, the form that hands it over, and what was handed over before.
final class HandingDrawing {
    private static final String BASE = HandoversController.BASE;

    private final Knowledge known;
    private final Officer.Last last;
    private final LocalDate today;

    private HandingDrawing(Knowledge known, Officer.Last last, LocalDate today) {
        this.known = known;
        this.last = last;
        this.today = today;
    }

    /// 写了什么 — what was typed into the form, and what is wrong with it.
    record Typed(String to, String toFault, String signFault) {}

    static SectionedPage of(Knowledge known, Officer.Last last, LocalDate today, Typed typed) {
        return new HandingDrawing(known, last, today).page(typed);
    }

    private SectionedPage page(Typed typed) {
        List<Leaving.Matter> open = Leaving.matters(known, last, today);
        boolean held = last.ended().isEmpty();
        List<SectionedPage.Section> sections = new ArrayList<>();
        sections.add(table(open));
        sections.add(form(typed));
        List<LeftPosts.Left> left = others();
        if (!left.isEmpty()) {
            sections.add(left(left));
        }
        sections.add(handed());
        return SectionedPage.of(
                Place.ORGANIZATION,
                new Heading(
                        List.of(new Link("机构", "/organization"), new Link("移交", "")),
                        open.isEmpty() ? "手上没有没办完的" : "手上没办完的" + open.size() + "项",
                        Prose.of(
                                (held ? "离开“" : "已离开“")
                                        + last.officer().post().name()
                                        + (held ? "”之前，把没办完的" : "”，没办完的")
                                        + "交给接手的人，两边都署名。责任随岗位，不随人走。"),
                        List.of()),
                sections);
    }

    private SectionedPage.Table table(List<Leaving.Matter> open) {
        return new SectionedPage.Table(
                "open",
                "没办完的",
                String.valueOf(open.size()),
                List.of("职责", "到期"),
                open.stream()
                        .map(matter -> SectionedPage.Line.of(List.of(named(matter), due(matter))))
                        .toList(),
                Optional.of(new Blank("没有没办完的", "也可以移交，说明交得干净。", Optional.empty())),
                Optional.empty());
    }

    private SectionedPage.Form form(Typed typed) {
        return new SectionedPage.Form(
                "hand",
                "移交",
                Prose.EMPTY,
                BASE,
                last.ended().isEmpty()
                        ? List.of()
                        : List.of(new SectionedPage.Hidden("post", last.officer().post().code())),
                List.of(
                        SectionedPage.line("to", "交给谁", "姓名或编号", typed.to(), typed.toFault()),
                        SectionedPage.line("signature", "署名", "写你的全名", "", typed.signFault())),
                "移交",
                false);
    }

    private List<LeftPosts.Left> others() {
        return LeftPosts.of(known.organization(), last.officer().person(), today).stream()
                .filter(left -> !left.post().equals(last.officer().post()))
                .toList();
    }

    private SectionedPage.Table left(List<LeftPosts.Left> posts) {
        return new SectionedPage.Table(
                "left",
                "离开了的岗位",
                String.valueOf(posts.size()),
                List.of("岗位", "任到"),
                posts.stream()
                        .map(
                                left ->
                                        SectionedPage.Line.of(
                                                List.of(
                                                        Prose.EMPTY.reference(
                                                                left.post().name(), left.address()),
                                                        Prose.of(
                                                                DayWords.day(left.last(), today)))))
                        .toList(),
                Optional.empty(),
                Optional.empty());
    }

    private SectionedPage.Table handed() {
        List<SectionedPage.Line> lines =
                known.acts(Handed.ACT).stream()
                        .filter(entry -> Handed.concerns(entry, last))
                        .map(this::line)
                        .toList();
        return new SectionedPage.Table(
                "handed",
                "移交和接收过的",
                String.valueOf(lines.size()),
                List.of("号", "岗位", "由谁", "交给谁", "哪天", "签收"),
                lines,
                Optional.of(new Blank("还没有", "移交了，列在这里等签收。", Optional.empty())),
                Optional.empty());
    }

    /// Who has left the post cannot look at its duties any more.
    private Prose named(Leaving.Matter matter) {
        return last.ended().isEmpty()
                ? Prose.EMPTY.reference(matter.words(), matter.href())
                : Prose.of(matter.words());
    }

    private Prose due(Leaving.Matter matter) {
        return Prose.of(matter.due().map(due -> DayWords.day(due, today)).orElse("没有期限"));
    }

    private SectionedPage.Line line(Entry entry) {
        return SectionedPage.Line.of(
                List.of(
                        Prose.EMPTY.reference(
                                "第" + entry.number() + "号", BASE + "/" + entry.number()),
                        Prose.of(name(entry, "岗")),
                        Prose.of(name(entry, "由")),
                        Prose.of(name(entry, "至")),
                        Prose.of(DayWords.day(entry.occurred().day(), today)),
                        Handed.receipt(known, entry.number())
                                .map(taken -> DayWords.day(taken.occurred().day(), today) + "签收")
                                .map(Prose::of)
                                .orElse(Prose.EMPTY.failing("还没有签收"))));
    }

    private String name(Entry entry, String field) {
        return Naming.of(known.organization(), entry.content().text(field).orElse(""), today);
    }
}
