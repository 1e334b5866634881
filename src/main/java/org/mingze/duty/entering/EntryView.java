package org.mingze.duty.entering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.duty.showing.Acting;
import org.mingze.duty.showing.DayWords;
import org.mingze.institution.RecordType;
import org.mingze.web.Field;
import org.mingze.web.Link;
import org.mingze.web.Refusal;
import org.mingze.work.CountsPanel;
import org.mingze.work.EntryPage;
import org.mingze.work.Knowledge;
import org.mingze.work.form.EntryForm;

/// 记一笔页的内容 — the form of a type with what was typed, its faults and what it counts for.
final class EntryView {
    static final String SEND = "/records";
    static final String COUNT = "/records/counts";
    private static final int DAYS_BACK = 100;
    private static final int KINDS_MAX = 7;
    private static final List<String> USUAL = List.of("会议", "学习", "谈话", "走访", "检查", "问题");

    private final Knowledge known;
    private final Acting acting;
    private final LocalDate today;

    EntryView(Knowledge known, Acting acting, LocalDate today) {
        this.known = known;
        this.acting = acting;
        this.today = today;
    }

    EntryPage page(
            Filling filling,
            boolean everyKind,
            FormFaults faults,
            Optional<Refusal> refusal,
            CountsPanel counts) {
        RecordType type = filling.type();
        EntryForm form =
                EntryForm.of(
                        type,
                        filling.typed(),
                        faults.forForm(type),
                        new Menus(known, today, acting, filling.typed()));
        List<Field> first = new ArrayList<>();
        first.add(day(filling, faults));
        first.addAll(form.fields());
        List<Field> folded = new ArrayList<>();
        folded.add(
                new Field(
                        Filling.TIME,
                        "几点",
                        "",
                        false,
                        faults.at(Filling.TIME),
                        new Field.Control.Line(filling.time(), "time", "")));
        folded.addAll(form.folded());
        return new EntryPage(
                List.of(new Link("今日", "/"), new Link("记一笔", "")),
                "记一笔：" + type.name(),
                kinds(type, everyKind),
                SEND,
                COUNT,
                List.of(
                        new EntryPage.Hidden("type", type.name()),
                        new EntryPage.Hidden("key", filling.key())),
                first,
                folded,
                "补充：" + folded.stream().limit(4).map(Field::label).collect(Collectors.joining("、")),
                "记下",
                refusal,
                counts);
    }

    private Field day(Filling filling, FormFaults faults) {
        String hint =
                filling.occurred()
                        .map(
                                on ->
                                        on.day().isAfter(today)
                                                ? "还没有到，记录不能晚于今天"
                                                : DayWords.kind(on.day(), known.calendar()))
                        .orElse("");
        return new Field(
                Filling.DAY,
                "什么时候",
                hint,
                true,
                faults.at(Filling.DAY),
                new Field.Control.Line(filling.day(), "date", ""));
    }

    private List<EntryPage.Kind> kinds(RecordType chosen, boolean every) {
        Set<String> names = new LinkedHashSet<>();
        names.addAll(every ? enterable() : usual());
        names.add(chosen.name());
        List<EntryPage.Kind> kinds = new ArrayList<>();
        for (String name : names) {
            known.rules()
                    .vocabulary()
                    .recordType(name)
                    .ifPresent(
                            type ->
                                    kinds.add(
                                            new EntryPage.Kind(
                                                    name,
                                                    "/records/new/" + type.english(),
                                                    type.equals(chosen))));
        }
        if (!every) {
            kinds.add(new EntryPage.Kind("其他…", "/records/new?all=1", false));
        }
        return kinds;
    }

    /// Every type that somebody may enter: the engine's own are made from acts.
    private List<String> enterable() {
        return known.rules().vocabulary().recordTypes().keySet().stream()
                .filter(name -> isEnterable(known, name))
                .toList();
    }

    static boolean isEnterable(Knowledge known, String type) {
        return known.isRecordType(type) && !known.rules().vocabulary().engineMade().contains(type);
    }

    /// The types that the post and its body record most, then those that everybody does.
    List<String> usual() {
        OwnRecords own = new OwnRecords(known, acting, today.minusDays(DAYS_BACK), today);
        Map<String, Long> counts =
                enterable().stream()
                        .collect(Collectors.toMap(name -> name, name -> count(own, name)));
        List<String> most =
                counts.entrySet().stream()
                        .filter(each -> each.getValue() > 0)
                        .sorted(
                                Comparator.comparingLong(
                                                (Map.Entry<String, Long> each) -> each.getValue())
                                        .reversed())
                        .map(Map.Entry::getKey)
                        .toList();
        Set<String> usual = new LinkedHashSet<>(most);
        USUAL.stream().filter(counts::containsKey).forEach(usual::add);
        return usual.stream().limit(KINDS_MAX).toList();
    }

    private long count(OwnRecords own, String type) {
        return known.rules()
                .vocabulary()
                .recordType(type)
                .map(own::of)
                .map(Collection::size)
                .orElse(0);
    }
}
