package org.mingze.duty.closing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.calendar.Periods;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.Standing;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;

/// 核月结 — whether a 月结 says what was so when it was made; asked as it enters, and ever after.
public final class CloseCheck {
    private CloseCheck() {}

    /// 不符 — an entry of the journal, and what does not fit in one sentence.
    public record Misfit(long entry, String sentence) {}

    /// Every fault of a 月结 that is about to enter; none for other drafts.
    public static List<EntryCheck.Fault> faults(Knowledge known, Draft draft) {
        if (!draft.kind().equals(PeriodClose.KIND)) {
            return List.of();
        }
        try {
            PeriodClose written = PeriodClose.of(draft.content(), draft.occurred().day());
            return faults(known, written, draft.recorder().person());
        } catch (IllegalArgumentException unreadable) {
            return List.of(new EntryCheck.Fault("余额", String.valueOf(unreadable.getMessage())));
        }
    }

    private static List<EntryCheck.Fault> faults(
            Knowledge known, PeriodClose written, String recorder) {
        List<EntryCheck.Fault> faults = new ArrayList<>();
        if (!written.day().isAfter(written.period().end())) {
            faults.add(new EntryCheck.Fault("期", Periods.code(written.period()) + "还没有过完，过完再月结"));
        }
        if (isClosed(known, written)) {
            faults.add(new EntryCheck.Fault("期", written.name() + "已经月结，差异由以后的账目写成调整"));
        }
        if (!written.signer().equals(recorder)) {
            faults.add(new EntryCheck.Fault("署名", "署名须是录者本人（" + recorder + "）"));
        }
        difference(known, written)
                .ifPresent(sentence -> faults.add(new EntryCheck.Fault("余额", sentence)));
        return faults;
    }

    private static boolean isClosed(Knowledge known, PeriodClose written) {
        return known.acts(PeriodClose.KIND).stream()
                .anyMatch(
                        entry ->
                                entry.content()
                                                .text("期")
                                                .equals(Optional.of(Periods.code(written.period())))
                                        && entry.content().text("机构").equals(written.body()));
    }

    /// What is written against what is so, in one sentence that names the first duty that differs.
    private static Optional<String> difference(Knowledge known, PeriodClose written) {
        PeriodClose found =
                PeriodClose.of(
                        known, written.period(), written.body(), written.day(), written.signer());
        Map<String, DutyBalance> said = byDuty(written);
        Map<String, DutyBalance> so = byDuty(found);
        Set<String> names = new LinkedHashSet<>(so.keySet());
        names.addAll(said.keySet());
        for (String name : names) {
            Optional<String> sentence =
                    difference(
                            name,
                            Optional.ofNullable(said.get(name)),
                            Optional.ofNullable(so.get(name)));
            if (sentence.isPresent()) {
                return sentence;
            }
        }
        return written.digest().equals(found.digest())
                ? Optional.empty()
                : Optional.of("摘要与逐项情形不符：各职责的件数相同，具体到事项不同");
    }

    private static Map<String, DutyBalance> byDuty(PeriodClose close) {
        Map<String, DutyBalance> balances = new LinkedHashMap<>();
        close.balances().forEach(balance -> balances.put(balance.name(), balance));
        return balances;
    }

    private static Optional<String> difference(
            String name, Optional<DutyBalance> said, Optional<DutyBalance> so) {
        for (Standing standing : Standing.values()) {
            int written = said.map(balance -> balance.of(standing)).orElse(0);
            int found = so.map(balance -> balance.of(standing)).orElse(0);
            if (written != found) {
                return Optional.of(
                        "职责“" + name + "”的" + standing.word() + "应为" + found + "，写的是" + written);
            }
        }
        return Optional.empty();
    }

    /// Goes through a journal and checks every 月结 by what was known before it.
    public static List<Misfit> misfits(Iterable<Entry> entries, WorkCalendar calendar) {
        List<Misfit> misfits = new ArrayList<>();
        Knowledge known = new Knowledge(calendar);
        for (Entry entry : entries) {
            if (entry.kind().equals(PeriodClose.KIND)) {
                misfit(known, entry).ifPresent(misfits::add);
            }
            known.apply(entry);
        }
        return misfits;
    }

    private static Optional<Misfit> misfit(Knowledge known, Entry entry) {
        Optional<String> sentence;
        try {
            sentence = difference(known, PeriodClose.of(entry));
        } catch (IllegalArgumentException unreadable) {
            sentence = Optional.of(String.valueOf(unreadable.getMessage()));
        }
        return sentence.map(
                words -> new Misfit(entry.number(), "第" + entry.number() + "号月结不符：" + words));
    }
}
