package org.mingze.command.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.calendar.Periods;
import org.mingze.duty.Standing;
import org.mingze.duty.closing.Adjustment;
import org.mingze.duty.closing.DutyBalance;
import org.mingze.duty.closing.PeriodClose;

/// 月结的各行 — balances and adjustments for reading at a terminal.
public final class CloseLines {
    private CloseLines() {}

    public static List<String> of(PeriodClose close, List<Adjustment> adjustments) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "月结 "
                        + Periods.code(close.period())
                        + close.body().map(code -> " " + code).orElse(" 全县")
                        + "，截至 "
                        + close.day());
        close.balances().forEach(balance -> lines.add("    " + balance(balance)));
        int raised = close.balances().stream().mapToInt(DutyBalance::raised).sum();
        lines.add("    合计 应" + raised + "；摘要 " + close.digest().substring(0, 16) + "…");
        adjustments.forEach(adjustment -> lines.add(adjustment(adjustment)));
        return lines;
    }

    private static String balance(DutyBalance balance) {
        return balance.institution()
                + " "
                + balance.duty()
                + "  应"
                + balance.raised()
                + " = "
                + balance.counts().entrySet().stream()
                        .map(entry -> entry.getKey().word() + entry.getValue())
                        .collect(Collectors.joining(" + "));
    }

    private static String adjustment(Adjustment adjustment) {
        return "第"
                + adjustment.close()
                + "号月结的调整"
                + adjustment.number()
                + "（第"
                + adjustment.entry()
                + "号"
                + adjustment.kind()
                + (adjustment.afterwards() ? "，事后" : "")
                + "）："
                + adjustment.differences().stream()
                        .map(CloseLines::difference)
                        .collect(Collectors.joining("；"))
                + "；"
                + adjustment.shifts().stream()
                        .map(
                                shift ->
                                        shift.key().bearer()
                                                + " "
                                                + shift.key().occasion()
                                                + " "
                                                + word(shift.before())
                                                + "→"
                                                + word(shift.after()))
                        .collect(Collectors.joining("，"));
    }

    private static String difference(Adjustment.Difference difference) {
        return difference.duty() + " " + signed(difference.changes());
    }

    private static String signed(Map<Standing, Integer> changes) {
        return changes.entrySet().stream()
                .map(
                        entry ->
                                entry.getKey().word()
                                        + (entry.getValue() > 0 ? "+" : "")
                                        + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String word(Optional<Standing> standing) {
        return standing.map(Standing::word).orElse("无此事项");
    }
}
