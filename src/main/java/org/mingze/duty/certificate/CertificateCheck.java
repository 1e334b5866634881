package org.mingze.duty.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligations;
import org.mingze.duty.Occasion;
import org.mingze.institution.Duty;
import org.mingze.journal.Entry;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;

/// 核判定书 — replays a certificate from the journal and the enacted text, and names what does not
/// fit. Whether an obligation exists it asks as everybody does; how it stands it finds by itself,
/// with nothing in common but the reading of expressions and names.
public final class CertificateCheck {
    private final LongFunction<Optional<Knowledge>> known;

    private CertificateCheck(LongFunction<Optional<Knowledge>> known) {
        this.known = known;
    }

    /// Checks against a journal, from its first entry on, as far as it goes.
    public static CertificateCheck of(List<Entry> entries, WorkCalendar calendar) {
        Map<Long, Knowledge> folded = new TreeMap<>();
        return new CertificateCheck(
                size ->
                        size < 0 || size > entries.size()
                                ? Optional.empty()
                                : Optional.of(
                                        folded.computeIfAbsent(
                                                size,
                                                count ->
                                                        Knowledge.of(
                                                                entries.subList(
                                                                        0, Math.toIntExact(count)),
                                                                calendar))));
    }

    /// Checks only what was certified on this knowledge.
    public static CertificateCheck of(Knowledge held) {
        return new CertificateCheck(
                size -> size == held.size() ? Optional.of(held) : Optional.empty());
    }

    /// 不符 — a place of a certificate, and what is wrong there.
    public record Misfit(String place, String sentence) {}

    /// Empty when everything that the certificate says is so.
    public List<Misfit> misfits(Certificate certificate) {
        Optional<Knowledge> then = known.apply(certificate.known());
        if (then.isEmpty()) {
            return List.of(new Misfit("known", "账上没有“知到第" + certificate.known() + "号”这一段"));
        }
        AsOf asOf = new AsOf(then.get(), certificate.at());
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
        try {
            return new Obligations(asOf.known(), asOf.day())
                            .on(
                                    certificate.key().institution(),
                                    certificate.key().duty(),
                                    Occasion.parse(certificate.key().occasion()))
                            .stream()
                            .filter(owed -> owed.key().equals(certificate.key()))
                            .filter(owed -> owed.enactment().equals(version.get()))
                            .findFirst()
                            .map(owed -> misfits(certificate, new Replay(asOf, owed)))
                            .orElseGet(() -> List.of(new Misfit("key", "按账上所知没有这项应尽事项")));
        } catch (IllegalArgumentException unreadable) {
            return List.of(new Misfit("occasion", String.valueOf(unreadable.getMessage())));
        }
    }

    private static List<Misfit> misfits(Certificate certificate, Replay replay) {
        Expected expected = new Rejudging(replay).expected();
        List<Misfit> misfits = new ArrayList<>();
        misfits.addAll(new Statements(certificate, replay, expected).misfits());
        misfits.addAll(new Footing(certificate, replay, expected).misfits());
        return misfits;
    }
}
