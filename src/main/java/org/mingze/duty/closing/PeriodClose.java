package org.mingze.duty.closing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.situation.ClosedPeriods;
import org.mingze.journal.Content;
import org.mingze.journal.Digest;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.work.Knowledge;

/// 月结 — the signed balances of a period: what was known before the entry, judged on its day.
///
/// @param body   whose subtree is closed; empty means the county
/// @param digest of every obligation with its standing, so that not only the sums are signed
/// @param signer the person who recorded it
public record PeriodClose(
        Period period,
        Optional<String> body,
        LocalDate day,
        List<DutyBalance> balances,
        String digest,
        String signer) {
    static final String KIND = "月结";

    static final Comparator<ObligationKey> ORDER =
            Comparator.comparing(ObligationKey::institution)
                    .thenComparing(ObligationKey::duty)
                    .thenComparing(ObligationKey::bearer)
                    .thenComparing(key -> key.counterpart().orElse(""))
                    .thenComparing(ObligationKey::occasion);

    public PeriodClose {
        balances = List.copyOf(balances);
    }

    /// What the close of a period says on a day, from what is known.
    public static PeriodClose of(
            Knowledge known, Period period, Optional<String> body, LocalDate day, String signer) {
        Map<ObligationKey, Standing> standings = standings(known, period, body, day, day);
        return new PeriodClose(
                period, body, day, DutyBalance.of(standings), digest(standings), signer);
    }

    /// Where every obligation of the period stands.
    ///
    /// @param closed the day of the close, on which the organization tells who is within the body
    static Map<ObligationKey, Standing> standings(
            Knowledge known,
            Period period,
            Optional<String> body,
            LocalDate closed,
            LocalDate day) {
        AsOf asOf = new AsOf(known, day);
        Obligations obligations = new Obligations(known, day);
        Map<ObligationKey, Standing> standings = new TreeMap<>(ORDER);
        for (Obligation owed : obligations.raised(period.start(), period.end())) {
            if (ClosedPeriods.isIn(owed.occasion(), period, known)
                    && ClosedPeriods.isWithin(owed, body, closed, asOf)) {
                standings.putIfAbsent(owed.key(), obligations.judge(owed).standing());
            }
        }
        return standings;
    }

    private static String digest(Map<ObligationKey, Standing> standings) {
        StringBuilder text = new StringBuilder();
        standings.forEach(
                (key, standing) ->
                        text.append(
                                "%s|%s|%s|%s|%s=%s\n"
                                        .formatted(
                                                key.institution(),
                                                key.duty(),
                                                key.bearer(),
                                                key.counterpart().orElse(""),
                                                key.occasion(),
                                                standing.word())));
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// As an entry of the journal, done here and now by who signs it.
    public Draft draft(Recorder recorder) {
        return new Draft(KIND, Occurred.on(day), recorder, EntryMode.DONE, content(), Map.of());
    }

    private Content.Group content() {
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("期", new Content.Text(Periods.code(period)));
        body.ifPresent(code -> fields.put("机构", new Content.Text(code)));
        fields.put(
                "余额",
                new Content.Series(balances.stream().<Content>map(DutyBalance::content).toList()));
        fields.put("摘要", new Content.Text(digest));
        fields.put("署名", new Content.Text(signer));
        return new Content.Group(fields);
    }

    /// What a 月结 entry says.
    ///
    /// @throws IllegalArgumentException with a sentence when it cannot be read or does not add up
    public static PeriodClose of(Entry entry) {
        return of(entry.content(), entry.occurred().day());
    }

    static PeriodClose of(Content.Group content, LocalDate day) {
        List<DutyBalance> balances = new ArrayList<>();
        if (content.get("余额").orElse(Content.Group.EMPTY)
                instanceof Content.Series(List<Content> items)) {
            for (Content item : items) {
                balances.add(
                        DutyBalance.of(
                                item instanceof Content.Group group ? group : Content.Group.EMPTY));
            }
        }
        return new PeriodClose(
                Periods.parse(content.text("期").orElse("")),
                content.text("机构"),
                day,
                balances,
                content.text("摘要").orElse(""),
                content.text("署名").orElse(""));
    }

    /// 期 in words for a sentence.
    String name() {
        return Periods.code(period) + body.map(code -> " " + code).orElse("");
    }
}
