package org.mingze.duty.showing;

import java.util.Map;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.Standing;
import org.mingze.duty.running.DutyGroups;
import org.mingze.duty.running.FallingDue;
import org.mingze.duty.running.FallingDue.Stretch;

/// 所问到期职责 — which of them; empty text means any.
///
/// @param duty     institution and number, 编号/号
/// @param standing a standing, or 已判 for those that a rate counts, 未判 for the others
record DueAsked(
        Period period,
        String level,
        String body,
        String group,
        String duty,
        String standing,
        int page) {
    static final String JUDGED = "已判";
    static final String UNJUDGED = "未判";

    static DueAsked of(Map<String, String> typed, Period period) {
        String page = typed.getOrDefault("page", "1");
        return new DueAsked(
                period,
                typed.getOrDefault("level", ""),
                typed.getOrDefault("body", ""),
                typed.getOrDefault("group", ""),
                typed.getOrDefault("duty", ""),
                typed.getOrDefault("standing", ""),
                page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1);
    }

    DueAsked standing(String word) {
        return new DueAsked(period, level, body, group, duty, word, 1);
    }

    DueAsked page(int number) {
        return new DueAsked(period, level, body, group, duty, standing, number);
    }

    String address() {
        return "/duties/due?period="
                + DutyLinks.encoded(Periods.code(period))
                + part("level", level)
                + part("body", body)
                + part("group", group)
                + part("duty", duty)
                + part("standing", standing)
                + (page == 1 ? "" : "&page=" + page);
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + DutyLinks.encoded(value);
    }

    boolean lets(Stretch stretch) {
        String institution = stretch.version().institution().id();
        String number = institution + "/" + stretch.duty().number();
        return (duty.isEmpty() || duty.equals(number))
                && (group.isEmpty() || group.equals(DutyGroups.published().of(institution)));
    }

    boolean lets(Standing stood) {
        return standing.isEmpty()
                || standing.equals(stood.word())
                || (standing.equals(JUDGED) && FallingDue.isJudged(stood))
                || (standing.equals(UNJUDGED) && !FallingDue.isJudged(stood));
    }
}
