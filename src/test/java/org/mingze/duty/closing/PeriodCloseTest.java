package org.mingze.duty.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.ClosedPeriods;
import org.mingze.journal.Archive;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.ChinaTime;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;

@DisplayName("月结：余额签了就不变，差异写成调整")
class PeriodCloseTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.published();
    private static final Period MONTH = Periods.parse("2026-03");
    private static final LocalDate CLOSED = LocalDate.of(2026, 4, 10);
    private static final Recorder SIGNER = new Recorder("p001", "mingchuan.xianwei.secretary");

    private static List<Entry> sample = List.of();
    private static List<Entry> untilClose = List.of();
    private static PeriodClose close =
            PeriodClose.of(new Knowledge(CALENDAR), MONTH, Optional.empty(), CLOSED, "");

    @BeforeAll
    static void read() {
        sample = Archive.read(Path.of("samples", "mingchuan")).entries();
        untilClose =
                sample.stream()
                        .filter(entry -> !entry.recordedAt().isAfter(ChinaTime.endOf(CLOSED)))
                        .toList();
        close = PeriodClose.of(known(untilClose), MONTH, Optional.empty(), CLOSED, "p001");
    }

    private static Knowledge known(List<Entry> entries) {
        return Knowledge.of(entries, CALENDAR);
    }

    private static Entry entry(long number, Draft draft, LocalDate day) {
        return Entry.of(number, draft, ChinaTime.endOf(day));
    }

    /// The sample with a 月结 of March entered on the tenth of April.
    private static List<Entry> closed(Draft draft) {
        List<Entry> entries = new ArrayList<>(untilClose);
        entries.add(entry(untilClose.size() + 1L, draft, CLOSED));
        return entries;
    }

    @Test
    @DisplayName("每项职责：应等于各种情形之和，件数和逐件数出来的一样")
    void whatIsRaisedIsAccountedFor() {
        Knowledge known = known(untilClose);
        long raised =
                new Obligations(known, CLOSED)
                        .raised(MONTH.start(), MONTH.end()).stream()
                                .filter(owed -> ClosedPeriods.isIn(owed.occasion(), MONTH, known))
                                .map(Obligation::key)
                                .distinct()
                                .count();
        assertThat(close.balances()).isNotEmpty();
        assertThat(close.balances().stream().mapToInt(DutyBalance::raised).sum()).isEqualTo(raised);
    }

    @Test
    @DisplayName("如实的月结可以入账，读回来一字不差")
    void aTrueCloseMayEnter() {
        Draft draft = close.draft(SIGNER);
        Knowledge known = known(untilClose);
        assertThat(EntryCheck.faults(known, draft, CLOSED)).isEmpty();
        assertThat(CloseCheck.faults(known, draft)).isEmpty();
        assertThat(PeriodClose.of(entry(1, draft, CLOSED))).isEqualTo(close);
        assertThat(CloseCheck.misfits(closed(draft), CALENDAR)).isEmpty();
    }

    @Test
    @DisplayName("改一个余额就不收，说出是哪项职责；混进账里的，重算时指出第几号")
    void aWrongBalanceIsRefused() {
        DutyBalance first = close.balances().getFirst();
        Standing standing = first.counts().keySet().iterator().next();
        Draft wrong = with(first, Map.of(standing, first.of(standing) + 1)).draft(SIGNER);
        assertThat(CloseCheck.faults(known(untilClose), wrong))
                .singleElement()
                .satisfies(
                        fault ->
                                assertThat(fault.sentence())
                                        .contains(first.duty())
                                        .contains(standing.word()));
        assertThat(CloseCheck.misfits(closed(wrong), CALENDAR))
                .singleElement()
                .satisfies(
                        misfit -> {
                            assertThat(misfit.entry()).isEqualTo(untilClose.size() + 1L);
                            assertThat(misfit.sentence()).contains(first.duty());
                        });
    }

    private static PeriodClose with(DutyBalance balance, Map<Standing, Integer> counts) {
        List<DutyBalance> balances = new ArrayList<>(close.balances());
        balances.set(
                balances.indexOf(balance),
                new DutyBalance(balance.institution(), balance.duty(), counts));
        return new PeriodClose(
                close.period(),
                close.body(),
                close.day(),
                balances,
                close.digest(),
                close.signer());
    }

    @Test
    @DisplayName("应与各项之和不等、摘要不符、别人署名、没过完、结两次，都不收")
    void whatIsNoCloseIsRefused() {
        Knowledge known = known(untilClose);
        Draft draft = close.draft(SIGNER);
        Content.Group first =
                (Content.Group)
                        ((Content.Series) draft.content().get("余额").orElseThrow())
                                .items()
                                .getFirst();
        assertThat(CloseCheck.faults(known, replaced(draft, first, "应", "9999")))
                .extracting(EntryCheck.Fault::sentence)
                .anyMatch(sentence -> sentence.contains("两数须相等"));
        assertThat(CloseCheck.faults(known, digest(draft, "00")))
                .extracting(EntryCheck.Fault::sentence)
                .anyMatch(sentence -> sentence.contains("摘要"));
        assertThat(CloseCheck.faults(known, close.draft(new Recorder("p002", ""))))
                .extracting(EntryCheck.Fault::field)
                .contains("署名");
        PeriodClose early =
                PeriodClose.of(known, Periods.parse("2026-04"), Optional.empty(), CLOSED, "p001");
        assertThat(CloseCheck.faults(known, early.draft(SIGNER)))
                .extracting(EntryCheck.Fault::sentence)
                .anyMatch(sentence -> sentence.contains("没有过完"));
        assertThat(CloseCheck.faults(known(closed(draft)), draft))
                .extracting(EntryCheck.Fault::sentence)
                .anyMatch(sentence -> sentence.contains("已经月结"));
    }

    private static Draft replaced(Draft draft, Content.Group of, String field, String value) {
        Map<String, Content> fields = new java.util.LinkedHashMap<>(of.fields());
        fields.put(field, new Content.Text(value));
        Map<String, Content> content = new java.util.LinkedHashMap<>(draft.content().fields());
        List<Content> balances =
                new ArrayList<>(((Content.Series) draft.content().get("余额").orElseThrow()).items());
        balances.set(balances.indexOf(of), new Content.Group(fields));
        content.put("余额", new Content.Series(balances));
        return draft(draft, content);
    }

    private static Draft digest(Draft draft, String digest) {
        Map<String, Content> content = new java.util.LinkedHashMap<>(draft.content().fields());
        content.put("摘要", new Content.Text(digest));
        return draft(draft, content);
    }

    private static Draft draft(Draft draft, Map<String, Content> content) {
        return new Draft(
                draft.kind(),
                draft.occurred(),
                draft.recorder(),
                draft.mode(),
                new Content.Group(content));
    }

    @Test
    @DisplayName("月结不能撤销")
    void aCloseIsNotWithdrawn() {
        List<Entry> entries = closed(close.draft(SIGNER));
        Draft withdrawal =
                act("撤销", CLOSED.plusDays(1), Map.of("原", "" + entries.size(), "因", "想重结"));
        assertThat(EntryCheck.faults(known(entries), withdrawal, CLOSED.plusDays(1)))
                .extracting(EntryCheck.Fault::sentence)
                .anyMatch(sentence -> sentence.contains("月结，不能撤销"));
    }

    private static Draft act(String kind, LocalDate day, Map<String, String> fields) {
        Map<String, Content> content = new java.util.LinkedHashMap<>();
        fields.forEach((name, value) -> content.put(name, new Content.Text(value)));
        return new Draft(
                kind, Occurred.on(day), SIGNER, EntryMode.DONE, new Content.Group(content));
    }

    @Test
    @DisplayName("样例年里补录的事成为编了号的调整，写明由哪一号引起；签下的余额照旧核得过")
    void lateFactsBecomeNumberedAdjustments() {
        List<Entry> entries = withClose();
        List<Adjustment> adjustments = Adjustments.of(entries, CALENDAR);
        assertThat(CloseCheck.misfits(entries, CALENDAR)).isEmpty();
        assertThat(adjustments).isNotEmpty();
        assertThat(adjustments)
                .extracting(Adjustment::number)
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(1, adjustments.size())
                                .boxed()
                                .toList());
        Knowledge now = known(entries);
        Map<ObligationKey, Standing> so =
                PeriodClose.standings(now, MONTH, Optional.empty(), CLOSED, CLOSED);
        Map<String, Integer> expected = new java.util.TreeMap<>();
        DutyBalance.of(so).forEach(balance -> add(expected, balance.name(), balance.counts(), 1));
        close.balances().forEach(balance -> add(expected, balance.name(), balance.counts(), -1));
        Map<String, Integer> adjusted = new java.util.TreeMap<>();
        adjustments.stream()
                .filter(adjustment -> !adjustment.afterwards())
                .flatMap(adjustment -> adjustment.differences().stream())
                .forEach(
                        each ->
                                add(
                                        adjusted,
                                        each.institution() + "/" + each.duty(),
                                        each.changes(),
                                        1));
        expected.values().removeIf(count -> count == 0);
        adjusted.values().removeIf(count -> count == 0);
        assertThat(adjusted).isEqualTo(expected);
    }

    private static void add(
            Map<String, Integer> sums, String duty, Map<Standing, Integer> counts, int sign) {
        counts.forEach(
                (standing, count) ->
                        sums.merge(duty + standing.word(), sign * count, Integer::sum));
    }

    /// The whole sample; what follows the close moves up by one, as do the records cited.
    private static List<Entry> withClose() {
        List<Entry> entries = closed(close.draft(SIGNER));
        long at = entries.size();
        for (Entry entry : sample.subList(untilClose.size(), sample.size())) {
            entries.add(
                    new Entry(
                            entry.number() + 1,
                            entry.kind(),
                            entry.occurred(),
                            entry.recordedAt(),
                            entry.recorder(),
                            entry.mode(),
                            (Content.Group) shifted(entry.content(), at)));
        }
        return entries;
    }

    private static Content shifted(Content content, long from) {
        return switch (content) {
            case Content.Text(String text) ->
                    text.matches("\\d{4}")
                                    && Long.parseLong(text) >= from
                                    && Long.parseLong(text) <= sample.size()
                                    && !text.startsWith("202")
                            ? new Content.Text(Long.toString(Long.parseLong(text) + 1))
                            : content;
            case Content.Series(List<Content> items) ->
                    new Content.Series(items.stream().map(item -> shifted(item, from)).toList());
            case Content.Group(Map<String, Content> fields) -> {
                Map<String, Content> moved = new java.util.LinkedHashMap<>();
                fields.forEach((name, item) -> moved.put(name, shifted(item, from)));
                yield new Content.Group(moved);
            }
        };
    }

    @Test
    @DisplayName("结后的免须由有权机关批；免了标明事后，当时所知仍是违")
    void aWaiverAfterwardsNeedsAuthority() {
        Draft signed = close.draft(SIGNER);
        List<Entry> entries = closed(signed);
        Knowledge known = known(entries);
        Obligation breached =
                new Obligations(known, CLOSED)
                        .raised(MONTH.start(), MONTH.end()).stream()
                                .filter(owed -> owed.key().duty().equals("中心组.季"))
                                .filter(
                                        owed ->
                                                new Obligations(known, CLOSED)
                                                                .judge(owed)
                                                                .standing()
                                                        == Standing.BREACHED)
                                .findFirst()
                                .orElseThrow();
        ObligationKey key = breached.key();
        LocalDate later = CLOSED.plusDays(20);
        Map<String, String> fields =
                Map.of(
                        "编号", key.institution(),
                        "号", key.duty(),
                        "谁", key.bearer(),
                        "期", key.occasion(),
                        "因", "防汛抢险",
                        "批", "mingchuan.xianwei");
        Map<String, String> byNobody = new java.util.LinkedHashMap<>(fields);
        byNobody.put("批", key.bearer());
        Instant now = ChinaTime.endOf(later);
        assertThat(AfterClose.faults(known, act("免", later, byNobody), now))
                .extracting(EntryCheck.Fault::sentence)
                .anyMatch(sentence -> sentence.contains("事后免须由有权机关批"));
        Draft waiver = act("免", later, fields);
        assertThat(AfterClose.faults(known, waiver, now)).isEmpty();
        entries.add(entry(entries.size() + 1L, waiver, later));
        Obligations after = new Obligations(known(entries), later);
        assertThat(after.judge(after.find(key).orElseThrow()))
                .satisfies(
                        verdict -> {
                            assertThat(verdict.standing()).isEqualTo(Standing.WAIVED);
                            assertThat(verdict.note()).contains("事后免：防汛抢险");
                        });
        assertThat(new Obligations(known, CLOSED).judge(breached).standing())
                .isEqualTo(Standing.BREACHED);
        assertThat(Adjustments.of(entries, CALENDAR))
                .singleElement()
                .satisfies(
                        adjustment -> {
                            assertThat(adjustment.afterwards()).isTrue();
                            assertThat(adjustment.shifts())
                                    .containsExactly(
                                            new Adjustment.Shift(
                                                    key,
                                                    Optional.of(Standing.BREACHED),
                                                    Optional.of(Standing.WAIVED)));
                        });
        assertThat(CloseCheck.misfits(entries, CALENDAR)).isEmpty();
    }
}
