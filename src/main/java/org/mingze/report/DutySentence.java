package org.mingze.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.duty.Naming;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.institution.DutyForm;
import org.mingze.organization.Organization;

/// 述职一句 — a verdict as a report says it: what was required, what there is, and by when. Its
/// certificate, with every record that was weighed, stands on the page of the duty.
final class DutySentence {
    private DutySentence() {}

    /// One sentence for the members that one duty covers on one occasion and that stand alike.
    static String of(List<Verdict> alike, Organization organization) {
        Verdict first = alike.getFirst();
        if (alike.size() == 1) {
            return of(first, organization);
        }
        String names =
                alike.stream()
                        .map(verdict -> covered(verdict, organization))
                        .collect(Collectors.joining("、"));
        String head = Sentences.head(first, organization);
        String plain = head.replace("（" + covered(first, organization) + "）", "");
        return plain + alike.size() + "项（" + names + "）：" + said(first);
    }

    private static String covered(Verdict verdict, Organization organization) {
        return verdict.obligation()
                .key()
                .counterpart()
                .map(codes -> Naming.each(organization, codes, verdict.day()))
                .orElse("");
    }

    static String of(Verdict verdict, Organization organization) {
        return Sentences.head(verdict, organization) + "：" + said(verdict);
    }

    private static String said(Verdict verdict) {
        List<String> parts = new ArrayList<>();
        requirement(verdict).ifPresent(parts::add);
        verdict.due()
                .map(day -> (onRecord(verdict) ? "" : "限") + ReportWords.day(day))
                .ifPresent(parts::add);
        if (verdict.standing() == Standing.FULFILLED || verdict.standing() == Standing.LATE) {
            taken(verdict).ifPresent(parts::add);
        }
        parts.add(standing(verdict));
        return String.join("，", parts);
    }

    private static Optional<String> requirement(Verdict verdict) {
        Optional<DutyForm.Bound> bound = verdict.obligation().duty().form().counting();
        return bound.flatMap(
                which ->
                        verdict.required()
                                .map(
                                        number ->
                                                (which == DutyForm.Bound.AT_LEAST
                                                                ? "要求不少于"
                                                                : "要求不多于")
                                                        + number
                                                        + "，实有"
                                                        + verdict.certain()));
    }

    private static Optional<String> taken(Verdict verdict) {
        String numbers =
                verdict.witnesses().stream()
                        .map(witness -> "第" + witness.record() + "号")
                        .collect(Collectors.joining("、"));
        return numbers.isEmpty() ? Optional.empty() : Optional.of("取" + numbers);
    }

    private static String standing(Verdict verdict) {
        String note = verdict.note().isEmpty() ? "" : "：" + verdict.note();
        return switch (verdict.standing()) {
            case BREACHED -> onRecord(verdict) ? "没有做到" : "未履行";
            case FULFILLED -> onRecord(verdict) ? "做到了" : "已履行";
            case UNPROVEN, WAIVED, STAYED, CONFLICTED -> verdict.standing().word() + note;
            case AHEAD, OPEN, LATE, REVOKED, NOT_APPLICABLE, INACTIVE -> verdict.standing().word();
        };
    }

    private static boolean onRecord(Verdict verdict) {
        return verdict.obligation().duty().form().isJudgedAtEntry();
    }
}
