package org.mingze.duty.entering;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.mingze.duty.Refusals;
import org.mingze.duty.Rejection;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.WhyNot;
import org.mingze.duty.running.Effects;
import org.mingze.institution.RecordType;
import org.mingze.journal.Entry;
import org.mingze.organization.Organization;
import org.mingze.web.Notice;
import org.mingze.work.Knowledge;

/// 已记下 — the number of what was entered, what it counted for, and the rules that it breaks
/// or leaves open.
final class EnteredNotice {
    private static final int NAMED_MAX = 4;

    private EnteredNotice() {}

    static Notice of(
            Knowledge known, Entry entry, List<Refusals.Opinion> opinions, LocalDate today) {
        List<String> counted = counted(known, entry.number(), today);
        RecordType type = known.rules().vocabulary().recordType(entry.kind()).orElseThrow();
        String ruled =
                opinions.stream()
                        .map(opinion -> ruled(opinion, entry.number(), type, known.organization()))
                        .collect(Collectors.joining());
        return Notice.done("已记下：第" + entry.number() + "号" + entry.kind(), said(counted) + ruled);
    }

    /// The duties that a record counts for now, by name.
    static List<String> counted(Knowledge known, long number, LocalDate today) {
        return Effects.of(known, number, today).stream()
                .filter(effect -> effect.reach() == Effects.Reach.COUNTS)
                .map(effect -> Sentences.head(effect.verdict(), known.organization()))
                .toList();
    }

    static String said(List<String> counted) {
        if (counted.isEmpty()) {
            return "没有计入哪一项职责。记错了，更正或撤销，原来的一笔和理由都保留。";
        }
        String named = counted.stream().limit(NAMED_MAX).collect(Collectors.joining("、"));
        return "计入"
                + counted.size()
                + "项："
                + named
                + (counted.size() > NAMED_MAX ? "等" : "")
                + "。记错了，更正或撤销。";
    }

    /// What a rule on single records found: broken, or waiting for a field of the record.
    private static String ruled(
            Refusals.Opinion opinion, long number, RecordType type, Organization organization) {
        return opinion.verdict().standing() == Standing.BREACHED
                ? broken(opinion, organization)
                : opinion.lacking(number).map(lacking -> open(opinion, lacking, type)).orElse("");
    }

    private static String open(Refusals.Opinion opinion, Rejection lacking, RecordType type) {
        return "“"
                + opinion.verdict().obligation().duty().name()
                + "”缺据（"
                + CountsView.unfilled(lacking, type).orElse(lacking.read())
                + "），更正时补上。";
    }

    private static String broken(Refusals.Opinion opinion, Organization organization) {
        String read =
                opinion.verdict().rejected().stream()
                        .map(rejection -> WhyNot.words(rejection, organization))
                        .findFirst()
                        .orElse("条件不合");
        return "不合"
                + opinion.verdict().obligation().duty().basis().citation()
                + "（"
                + read
                + "），事实照记。";
    }
}
