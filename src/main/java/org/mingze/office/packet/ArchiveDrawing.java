package org.mingze.office.packet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.showing.DutyLinks;
import org.mingze.journal.Entry;
import org.mingze.office.CountyRights;
import org.mingze.office.SectionedPage;
import org.mingze.web.Blank;
import org.mingze.web.Fact;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;

/// 归档页的内容 — what a year holds, and how long each type of it is kept.
final class ArchiveDrawing {
    private ArchiveDrawing() {}

    /// 所定 — the kinds that were chosen, for how long they are kept, and on what basis.
    record Told(List<String> types, String term, String basis) {
        static final Told NOTHING = new Told(List.of(), "", "");

        Told {
            types = List.copyOf(types);
        }

        /// What is still to be told, each in a sentence.
        List<String> faults() {
            List<String> faults = new ArrayList<>();
            if (types.isEmpty()) {
                faults.add("至少选一类");
            }
            if (!Keeping.TERMS.contains(term)) {
                faults.add("选一个期限");
            }
            if (basis.isBlank()) {
                faults.add("写明依据的文号");
            }
            return faults;
        }
    }

    static SectionedPage of(
            Knowledge known,
            Officer officer,
            int year,
            List<Order> made,
            List<String> faults,
            Told told,
            LocalDate today) {
        ArchiveYear found = ArchiveYear.of(known, year);
        boolean county = CountyRights.has(known, officer, today);
        Optional<Entry> act = ArchiveYear.archived(known, year);
        List<SectionedPage.Section> sections = new ArrayList<>();
        sections.add(state(found, act, county, year, today));
        if (!made.isEmpty()) {
            sections.add(PacketsController.table("要过的归档包", known.organization(), made, today));
        }
        sections.add(list(known, found, year));
        if (county) {
            sections.add(termForm(found, year, told));
        }
        if (county && act.filter(found::isSame).isEmpty()) {
            sections.add(
                    new SectionedPage.Form(
                            "archive",
                            "归档",
                            Prose.of("归档作为一笔账，记下有哪些件。之后补录的，这一页会说多了几件。"),
                            ArchivesController.BASE + "/" + year,
                            List.of(),
                            List.of(SectionedPage.line("signature", "署名", "写你的全名", "", "")),
                            year + "年归档",
                            false));
        }
        return new SectionedPage(
                Place.INSPECTION,
                new Heading(
                        List.of(new Link("检查包", "/packets"), new Link("归档", "")),
                        year + "年" + (act.isPresent() ? "已归档" : "没有归档") + "，" + found.count() + "件",
                        Prose.of("别的年份：")
                                .reference(
                                        year - 1 + "年", ArchivesController.BASE + "/" + (year - 1))
                                .words("、")
                                .reference(
                                        year + 1 + "年", ArchivesController.BASE + "/" + (year + 1)),
                        List.of()),
                faults,
                sections);
    }

    private static SectionedPage.Facts state(
            ArchiveYear found, Optional<Entry> act, boolean county, int year, LocalDate today) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("件数", found.count() + "件，" + found.byType().size() + "类"));
        facts.add(Fact.of("待定的", found.open().isEmpty() ? "没有" : String.join("、", found.open())));
        act.ifPresent(
                entry -> {
                    boolean same = found.isSame(entry);
                    facts.add(
                            Fact.of(
                                    "归档",
                                    entry.content().text("署名").orElse("")
                                            + "，"
                                            + DayWords.day(entry.occurred().day(), today)
                                            + "，第"
                                            + entry.number()
                                            + "号，"
                                            + entry.content().text("件数").orElse("")
                                            + "件"));
                    facts.add(Fact.of("之后", same ? "没有变化" : "有补录或撤销，现在" + found.count() + "件"));
                });
        return new SectionedPage.Facts(
                "state",
                "现在",
                facts,
                county
                        ? List.of(
                                new SectionedPage.Button(
                                        "导出归档包",
                                        "",
                                        ArchivesController.BASE + "/" + year + "/packet",
                                        false))
                        : List.of(),
                0);
    }

    private static SectionedPage.Table list(Knowledge known, ArchiveYear found, int year) {
        Keeping keeping = Keeping.of(known);
        List<SectionedPage.Line> lines = new ArrayList<>();
        found.byType()
                .forEach(
                        (type, count) -> {
                            Optional<Entry> set = Optional.ofNullable(keeping.byType().get(type));
                            lines.add(
                                    SectionedPage.Line.of(
                                            List.of(
                                                    Prose.of(type),
                                                    Prose.EMPTY.reference(
                                                            count + "件",
                                                            "/records?type="
                                                                    + DutyLinks.encoded(type)
                                                                    + "&from="
                                                                    + year
                                                                    + "-01-01&to="
                                                                    + year
                                                                    + "-12-31"),
                                                    keeping.termOf(type)
                                                            .map(Prose::of)
                                                            .orElse(Prose.EMPTY.failing("待定")),
                                                    Prose.of(
                                                            set.flatMap(
                                                                            act ->
                                                                                    act.content()
                                                                                            .text(
                                                                                                    "据"))
                                                                    .orElse("")))));
                        });
        return new SectionedPage.Table(
                "types",
                "归档目录",
                lines.size() + "类",
                List.of("类", "件数", "保管期限", "依据"),
                lines,
                Optional.of(new Blank("这一年没有记录", "换一年看。", Optional.empty())),
                Optional.empty());
    }

    private static SectionedPage.Form termForm(ArchiveYear found, int year, Told told) {
        List<Field.Option> types = new ArrayList<>();
        found.byType()
                .keySet()
                .forEach(
                        type ->
                                types.add(
                                        new Field.Option(
                                                type,
                                                type + (found.open().contains(type) ? "（待定）" : ""),
                                                told.types().contains(type))));
        return new SectionedPage.Form(
                "term",
                "定保管期限",
                Prose.of("按本县的归档范围和保管期限表定。没有定的一类，一直是待定，程序不替县里定。"),
                ArchivesController.BASE + "/" + year + "/term",
                List.of(),
                List.of(
                        new Field(
                                "type",
                                "类",
                                "同一期限、同一依据的一起选",
                                true,
                                "",
                                new Field.Control.Choices(types, true)),
                        new Field(
                                "term",
                                "期限",
                                "",
                                true,
                                "",
                                new Field.Control.Choices(
                                        Keeping.TERMS.stream()
                                                .map(
                                                        term ->
                                                                new Field.Option(
                                                                        term,
                                                                        term,
                                                                        term.equals(told.term())))
                                                .toList(),
                                        false)),
                        SectionedPage.line("basis", "依据", "文号", told.basis(), "")),
                "定期限",
                false);
    }
}
