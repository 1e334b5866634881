package org.mingze.exchange.holidays;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Act;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Refusal;

/// 放假通知页 — the years whose days are known, and a notice read and not yet entered.
///
/// @param enters whether who reads may hand in a notice and enter its year
public record HolidaysPage(
        Heading heading,
        boolean enters,
        String fault,
        String typed,
        Optional<Refusal> refusal,
        Optional<Trial> trial,
        List<Year> years) {
    public HolidaysPage {
        years = List.copyOf(years);
    }

    /// 试读 — what a notice says, day by day, before anybody enters it.
    ///
    /// @param evidence how the entry will cite the notice
    public record Trial(
            String title,
            List<Fact> facts,
            List<Days> days,
            List<String> conflicts,
            String evidence) {
        public Trial {
            facts = List.copyOf(facts);
            days = List.copyOf(days);
            conflicts = List.copyOf(conflicts);
        }
    }

    /// 一段日子 — a run of days that the notice lets off or makes up.
    ///
    /// @param doubt what in the text speaks against it; empty for nothing
    public record Days(
            String name,
            String days,
            String count,
            String occasion,
            String kind,
            boolean working,
            String sentence,
            String doubt,
            boolean chosen) {}

    /// 已知之年 — a year and where its days come from.
    public record Year(String year, String number, Link source, Optional<Act> file) {}
}
