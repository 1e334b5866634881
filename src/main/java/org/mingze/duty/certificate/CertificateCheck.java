package org.mingze.duty.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.duty.Occasion;
import org.mingze.institution.Duty;
import org.mingze.journal.Entry;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;

/// 核判定书 — replays a certificate from the journal and the enacted text, and names what does not
/// fit. It shares nothing with what issued the certificate but the reading of expressions and names.
public final class CertificateCheck {
    private final List<Entry> entries;
    private final WorkCalendar calendar;
    private final Map<Long, Knowledge> known = new TreeMap<>();

    /// @param entries the journal from its first entry on, as far as it goes
    public CertificateCheck(List<Entry> entries, WorkCalendar calendar) {
        this.entries = List.copyOf(entries);
        this.calendar = calendar;
    }

    /// 不符 — a place of a certificate, and what is wrong there.
    public record Misfit(String place, String sentence) {}

    /// Empty when everything that the certificate says is so.
    public List<Misfit> misfits(Certificate certificate) {
        if (certificate.known() < 0 || certificate.known() > entries.size()) {
            return List.of(
                    new Misfit(
                            "known",
                            "账上只有" + entries.size() + "号，判定书说知到第" + certificate.known() + "号"));
        }
        AsOf asOf = new AsOf(knownAt(certificate.known()), certificate.at());
        Optional<Enactment> version =
                asOf.known().rules().versions(certificate.key().institution()).stream()
                        .filter(each -> Certificates.rule(each).equals(certificate.rule()))
                        .findFirst();
        if (version.isEmpty()) {
            return List.of(new Misfit("rule", "账上没有这样施行的版本：核对施行日、账目号和文本摘要"));
        }
        Optional<Duty> duty = version.get().institution().duty(certificate.key().duty());
        if (duty.isEmpty()) {
            return List.of(new Misfit("duty", "这一版没有职责“" + certificate.key().duty() + "”"));
        }
        Replay replay;
        try {
            replay =
                    new Replay(
                            asOf,
                            version.get(),
                            duty.get(),
                            Optional.empty(),
                            Optional.empty(),
                            Occasion.parse(certificate.key().occasion()));
        } catch (IllegalArgumentException unreadable) {
            return List.of(new Misfit("occasion", String.valueOf(unreadable.getMessage())));
        }
        return new Reraising(replay)
                .raised(certificate.key().bearer(), certificate.key().counterpart())
                .filter(found -> found.key().equals(certificate.key()))
                .map(found -> misfits(certificate, found))
                .orElseGet(() -> List.of(new Misfit("key", "按账上所知没有这项应尽事项")));
    }

    private static List<Misfit> misfits(Certificate certificate, Replay replay) {
        Expected expected = new Rejudging(replay).expected();
        List<Misfit> misfits = new ArrayList<>();
        misfits.addAll(new Statements(certificate, replay, expected).misfits());
        misfits.addAll(new Footing(certificate, replay, expected).misfits());
        return misfits;
    }

    private Knowledge knownAt(long size) {
        return known.computeIfAbsent(
                size,
                count -> Knowledge.of(entries.subList(0, Math.toIntExact(count)), calendar));
    }
}
