package org.mingze.dossier.supervision;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.dossier.Saying;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.web.Act;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;
import org.mingze.work.WorkRecord;

/// 抽签集 — the draws on record: plans of supervision whose 备案号 keeps the seed.
record Draws(Knowledge known, LocalDate today) {
    private static final String TYPE = "计划";
    private static final String SEED = "备案号";
    private static final int SHOWN_MAX = 30;

    List<InspectionsPage.Drawn> latest() {
        return known.records().ofType(TYPE, today.minusYears(1), today).stream()
                .filter(record -> draw(record).isPresent())
                .sorted(Comparator.comparingLong(WorkRecord::number).reversed())
                .limit(SHOWN_MAX)
                .map(this::drawn)
                .toList();
    }

    static Optional<Draw> draw(WorkRecord record) {
        return record.field(SEED).orElse(new Value.Unknown(SEED)) instanceof Value.Text(String text)
                ? Draw.parse(text)
                : Optional.empty();
    }

    private InspectionsPage.Drawn drawn(WorkRecord record) {
        Saying saying = Saying.of(known, today);
        List<String> recorded = recorded(record);
        return new InspectionsPage.Drawn(
                new Link("第" + record.number() + "号", "/supervision/draws/" + record.number()),
                saying.day(record.day()),
                saying.name(record.recorder().post()),
                recorded.stream().map(saying::name).collect(Collectors.joining("、")),
                isSame(record));
    }

    /// Whether the bodies on record are those that the seed draws.
    private boolean isSame(WorkRecord record) {
        return recorded(record)
                .equals(draw(record).orElseThrow().drawn(known.organization(), record.day()));
    }

    private static List<String> recorded(WorkRecord record) {
        List<String> bodies = new ArrayList<>();
        if (record.field("项").orElse(new Value.Unknown("项")) instanceof Value.Series series) {
            for (Value item : series.items()) {
                if (item instanceof Value.Group(Map<String, Value> fields)
                        && fields.get("对象") instanceof Value.Reference body) {
                    bodies.add(body.code());
                }
            }
        }
        return bodies;
    }

    InspectionsPage.Again again(WorkRecord record) {
        Draw draw = draw(record).orElseThrow();
        List<String> recorded = recorded(record);
        List<Draw.Lot> lots = draw.lots(known.organization(), record.day());
        List<InspectionsPage.Lot> shown = new ArrayList<>();
        for (Draw.Lot lot : lots) {
            shown.add(
                    new InspectionsPage.Lot(
                            shown.size() + 1,
                            Saying.of(known, today).name(lot.body()),
                            lot.digest().substring(0, 16),
                            recorded.contains(lot.body()),
                            new Link(
                                    "去检查",
                                    "/records/new/Inspection?对象="
                                            + lot.body()
                                            + "&计划="
                                            + record.number())));
        }
        boolean same = isSame(record);
        return new InspectionsPage.Again(
                new Heading(
                        List.of(
                                new Link("督查", "/supervision"),
                                new Link("轮查和抽查", "/supervision/inspections"),
                                new Link("第" + record.number() + "号", "")),
                        same ? "重抽与记录一致" : "重抽与记录不一致",
                        Prose.of(lots.size() + "个" + draw.kind() + "里抽" + draw.count() + "个，记在")
                                .reference(
                                        "第" + record.number() + "号", "/records/" + record.number())
                                .words("。"),
                        List.of(Act.small("再抽一次", "/supervision/inspections#draw"))),
                Prose.of(
                        "种子是抽签前账上第"
                                + draw.size()
                                + "笔为止的根"
                                + draw.root()
                                + "，没有人能挑。每个单位的签是“根、换行、单位编号”的SHA-256，从小到大取前"
                                + draw.count()
                                + "个；谁有账，谁都能重抽。"),
                same,
                shown,
                Optional.empty());
    }

    /// The entry that a draw makes.
    Draft draft(Draw draw, String title, Recorder recorder, String body, LocalDateTime now) {
        List<Content> items =
                draw.drawn(known.organization(), now.toLocalDate()).stream()
                        .<Content>map(
                                drawn -> {
                                    Map<String, Content> item = new LinkedHashMap<>();
                                    item.put("名", new Content.Text(title));
                                    item.put("对象", new Content.Text(drawn));
                                    return new Content.Group(item);
                                })
                        .toList();
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("机构", new Content.Text(body));
        fields.put("类", new Content.Text("督查计划"));
        fields.put("年度", new Content.Text(String.valueOf(now.getYear())));
        fields.put("牵头", new Content.Text(recorder.post()));
        fields.put(SEED, new Content.Text(draw.text()));
        fields.put("项", new Content.Series(items));
        return new Draft(
                TYPE,
                new Occurred(
                        now.toLocalDate(),
                        Optional.of(now.toLocalTime().truncatedTo(ChronoUnit.SECONDS))),
                recorder,
                EntryMode.DONE,
                new Content.Group(fields));
    }
}
