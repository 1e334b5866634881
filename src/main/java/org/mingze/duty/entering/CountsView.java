package org.mingze.duty.entering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.duty.Obligations;
import org.mingze.duty.Refusals;
import org.mingze.duty.Rejection;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.WhyNot;
import org.mingze.duty.running.Effects;
import org.mingze.duty.showing.DayWords;
import org.mingze.duty.showing.SentenceProse;
import org.mingze.institution.RecordType;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.web.Prose;
import org.mingze.work.CountsPanel;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;

/// 计入面板的内容 — a draft tried on what is known: what it counts for, nearly counts for, breaks.
///
/// Whoever asks must be alone with what is known, for trying changes it for a moment.
final class CountsView {
    private static final int SHOWN_MAX = 12;
    private static final String UNKNOWN = "不详";

    private final Knowledge known;
    private final LocalDate today;
    private final String ask;

    CountsView(Knowledge known, LocalDate today, String ask) {
        this.known = known;
        this.today = today;
        this.ask = ask;
    }

    /// 未写日期 — nothing is judged before the day is told.
    CountsPanel ofNoDay() {
        return new CountsPanel(ask, List.of(), "写明哪一天的事，就能看到它计入哪些职责。");
    }

    /// What the record would count for; fields that are missing or wrong are taken as unknown.
    CountsPanel of(RecordType type, Draft draft, Instant now) {
        if (draft.occurred().day().isAfter(today)) {
            return new CountsPanel(ask, List.of(), "这一天还没有到，到那天再记。");
        }
        Draft sound = sound(type, draft);
        if (!EntryCheck.faults(known, sound, today).isEmpty()) {
            return new CountsPanel(ask, List.of(), "填好必填的几栏，就能看到它计入哪些职责。");
        }
        Entry entry = Entry.of(known.size() + 1, sound, now);
        return panel(entry, entry.number(), type, sound.occurred().day());
    }

    /// What the corrected record would count for.
    CountsPanel ofCorrection(RecordType type, Draft correction, long original, Instant now) {
        if (!EntryCheck.faults(known, correction, today).isEmpty()) {
            return new CountsPanel(ask, List.of(), "改一栏，就能看到更正后它计入哪些职责。");
        }
        Entry entry = Entry.of(known.size() + 1, correction, now);
        return panel(entry, original, type, known.records().find(original).orElseThrow().day());
    }

    private CountsPanel panel(Entry entry, long number, RecordType type, LocalDate occurred) {
        List<Effects.Effect> effects =
                known.trying(entry, tried -> Effects.of(tried, number, today));
        List<Refusals.Opinion> opinions =
                known.isRecordType(entry.kind())
                        ? known.trying(entry, tried -> Refusals.of(tried, entry))
                        : List.of();
        List<CountsPanel.Count> counts = new ArrayList<>();
        effects.stream()
                .filter(CountsView::isTelling)
                .collect(
                        Collectors.groupingBy(
                                each -> alike(each, type), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(set -> counts.add(count(set, type)));
        opinions.stream()
                .map(opinion -> ruled(opinion, number, type))
                .flatMap(Optional::stream)
                .forEach(counts::add);
        counts.sort(Comparator.comparing(CountsPanel.Count::outcome));
        long late = Math.max(0, java.time.temporal.ChronoUnit.DAYS.between(occurred, today));
        return new CountsPanel(
                ask,
                counts.stream().limit(SHOWN_MAX).toList(),
                "业时"
                        + DayWords.day(occurred, today)
                        + "，录时现在，"
                        + (late == 0 ? "不算迟录。" : "迟录" + late + "日。"));
    }

    /// That somebody else is not the one talked to says nothing; only what may be mended does.
    private static boolean isTelling(Effects.Effect effect) {
        return switch (effect.reach()) {
            case COUNTS -> true;
            case NEAR, LACKING ->
                    effect.verdict().obligation().counterpart().isEmpty()
                            || effect.failing()
                                    .filter(failing -> !failing.condition().contains("其"))
                                    .isPresent();
        };
    }

    /// What is near one duty for the same reason is told once, however many it covers.
    private List<String> alike(Effects.Effect effect, RecordType type) {
        boolean counts = effect.reach() == Effects.Reach.COUNTS;
        return counts
                ? List.of(effect.verdict().obligation().key().toString())
                : List.of(
                        effect.reach().name(),
                        Sentences.headOfSet(effect.verdict()),
                        read(effect, type));
    }

    private CountsPanel.Count count(List<Effects.Effect> alike, RecordType type) {
        Effects.Effect effect = alike.getFirst();
        String duty =
                alike.size() == 1
                        ? Sentences.head(effect.verdict(), known.organization())
                        : Sentences.headOfSet(effect.verdict()) + "，" + alike.size() + "项";
        return switch (effect.reach()) {
            case COUNTS ->
                    new CountsPanel.Count(
                            CountsPanel.Outcome.WILL,
                            duty,
                            change(effect.verdict()),
                            Optional.empty());
            case NEAR ->
                    new CountsPanel.Count(
                            CountsPanel.Outcome.NEAR,
                            duty,
                            Prose.of("不计：" + read(effect, type) + "。"),
                            effect.failing().flatMap(failing -> fix(failing, type)));
            case LACKING ->
                    new CountsPanel.Count(
                            CountsPanel.Outcome.LACK,
                            duty,
                            Prose.of("缺据：" + read(effect, type) + "，不能判断。"),
                            effect.failing().flatMap(failing -> fix(failing, type)));
        };
    }

    private Prose change(Verdict after) {
        Standing before = before(after);
        Prose prose =
                after.required()
                        .map(
                                required ->
                                        Prose.of(
                                                "须"
                                                        + (Sentences.isUpperBound(after)
                                                                ? "≤"
                                                                : "≥")
                                                        + required
                                                        + "，记后为"
                                                        + after.certain()
                                                        + "，"))
                        .orElse(Prose.EMPTY);
        return before == after.standing()
                ? prose.words("仍" + after.standing().word() + "。")
                : prose.words("转为").strong(after.standing().word()).words("。");
    }

    private Standing before(Verdict after) {
        Obligations obligations =
                after.obligation()
                        .bearer()
                        .map(bearer -> new Obligations(known, after.day(), Set.of(bearer)))
                        .orElseGet(() -> new Obligations(known, after.day()));
        return obligations
                .find(after.obligation().key())
                .map(obligation -> obligations.judge(obligation).standing())
                .orElse(Standing.AHEAD);
    }

    /// A rule on single records that the record breaks, or that waits for a field of it.
    private Optional<CountsPanel.Count> ruled(
            Refusals.Opinion opinion, long number, RecordType type) {
        return opinion.verdict().standing() == Standing.BREACHED
                ? Optional.of(broken(opinion))
                : opinion.lacking(number).map(lacking -> open(opinion, lacking, type));
    }

    private CountsPanel.Count open(Refusals.Opinion opinion, Rejection lacking, RecordType type) {
        return new CountsPanel.Count(
                CountsPanel.Outcome.LACK,
                opinion.verdict().obligation().duty().name(),
                Prose.of("缺据：" + read(lacking, type) + "，不能判断。"),
                fix(lacking, type));
    }

    private CountsPanel.Count broken(Refusals.Opinion opinion) {
        return new CountsPanel.Count(
                CountsPanel.Outcome.NEAR,
                opinion.verdict().obligation().duty().name(),
                SentenceProse.linked(
                        "不合"
                                + opinion.verdict().obligation().duty().basis().citation()
                                + "："
                                + read(opinion.verdict())
                                + "。事实照记。",
                        today),
                Optional.empty());
    }

    private String read(Effects.Effect effect, RecordType type) {
        return effect.failing().map(failing -> read(failing, type)).orElse("条件不合");
    }

    private String read(Rejection failing, RecordType type) {
        return unfilled(failing, type).orElseGet(() -> words(failing));
    }

    /// What is wanting is a field that the form asks for, by what the form calls it.
    static Optional<String> unfilled(Rejection failing, RecordType type) {
        return asked(failing, type).map(field -> type.label(field) + "没有填");
    }

    private static Optional<String> asked(Rejection failing, RecordType type) {
        return type.fields().keySet().stream()
                .filter(field -> List.of(field + "不详", field + "未填").contains(failing.read()))
                .findFirst();
    }

    private String read(Verdict verdict) {
        return verdict.rejected().stream().map(this::words).findFirst().orElse("条件不合");
    }

    private String words(Rejection rejection) {
        return WhyNot.words(rejection, known.organization());
    }

    /// The field that is wanting, or the first that the failing condition speaks of.
    private static Optional<CountsPanel.Fix> fix(Rejection failing, RecordType type) {
        return asked(failing, type)
                .or(
                        () ->
                                type.fields().keySet().stream()
                                        .filter(field -> speaksOf(failing.condition(), field))
                                        .findFirst())
                .map(field -> new CountsPanel.Fix("填" + type.label(field), "f-" + field));
    }

    private static boolean speaksOf(String condition, String field) {
        return Stream.of(condition.split("[^\\p{IsHan}\\w]+", -1)).anyMatch(field::equals);
    }

    private Draft sound(RecordType type, Draft draft) {
        Map<String, Content> open = new LinkedHashMap<>(draft.content().fields());
        Map<String, Content> classed = new LinkedHashMap<>(draft.classed());
        for (EntryCheck.Fault fault : EntryCheck.faults(known, draft, today)) {
            String field = FormFaults.topLevel(fault.field());
            open.remove(field);
            classed.remove(field);
            type.field(field)
                    .filter(RecordType.Field::required)
                    .ifPresent(
                            required ->
                                    (required.fieldClass().isClassed() ? classed : open)
                                            .put(field, new Content.Text(UNKNOWN)));
        }
        return new Draft(
                draft.kind(),
                draft.occurred(),
                draft.recorder(),
                draft.mode(),
                new Content.Group(open),
                classed);
    }
}
