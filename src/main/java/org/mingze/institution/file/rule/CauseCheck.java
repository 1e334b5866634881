package org.mingze.institution.file.rule;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;

/// 查因 — that every 升级, and every 时限 that arises from a breach, rests on a duty that is there, and
/// that none rests on itself, at whatever remove.
public final class CauseCheck {
    private CauseCheck() {}

    public static void check(Setting setting, Set<String> numbers) {
        Map<String, String> climbsOn = new HashMap<>();
        setting.causes.forEach(cause -> climbsOn.put(cause.escalation(), cause.duty()));
        for (Setting.Cause cause : setting.causes) {
            if (!numbers.contains(cause.duty())) {
                setting.findings.addUnknown(
                        DiagnosticKind.UNKNOWN_DUTY,
                        cause.place(),
                        cause.duty(),
                        "没有职责“" + cause.duty() + "”。",
                        numbers);
            } else if (isInRing(cause.escalation(), climbsOn)) {
                setting.findings.add(
                        DiagnosticKind.ESCALATION_RING,
                        cause.place(),
                        "“%s”由“%s”的违责而起，绕回了自己。".formatted(cause.escalation(), cause.duty()));
            }
        }
    }

    private static boolean isInRing(String start, Map<String, String> climbsOn) {
        Set<String> seen = new LinkedHashSet<>();
        String at = climbsOn.getOrDefault(start, "");
        while (!at.equals(start) && seen.add(at)) {
            at = climbsOn.getOrDefault(at, "");
        }
        return at.equals(start);
    }
}
