package org.mingze.assessment.overview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.work.Sight;

/// 去处之址 — where what a number counts is listed.
final class Addresses {
    /// What a rate counts: the standings that were decided; and all others.
    static final String JUDGED = "已判";
    static final String UNJUDGED = "未判";

    private Addresses() {}

    static String overview(Period period, String level) {
        return "/overview?period=" + encoded(Periods.code(period)) + part("level", level);
    }

    /// The overview of one county as a superior links to it; only its own posts see it.
    static String overviewOf(int county, Period period, String level) {
        return "/overview?county="
                + county
                + "&period="
                + encoded(Periods.code(period))
                + part("level", level);
    }

    static String counties(Period period, String level, String order) {
        return "/overview/counties?period="
                + encoded(Periods.code(period))
                + part("level", level)
                + part("order", order);
    }

    /// The duties that fell due in a period; empty texts mean any.
    static String due(
            Period period, String level, String body, String group, String duty, String standing) {
        return "/duties/due?period="
                + encoded(Periods.code(period))
                + part("level", level)
                + part("body", body)
                + part("group", group)
                + part("duty", duty)
                + part("standing", standing);
    }

    static String findings(String stage, String source) {
        String query = part("stage", stage) + part("source", source);
        return "/ledgers/rectification" + (query.isEmpty() ? "" : "?" + query.substring(1));
    }

    /// What every body that the acting post sees recorded after its day.
    static String lateSeen(Period period) {
        return records(period, Sight.SEEN, true);
    }

    static String records(Period period, String body, boolean late) {
        return "/records?from="
                + period.start()
                + "&to="
                + period.end()
                + part("body", body)
                + (late ? "&late=1" : "");
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + encoded(value);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
