package org.mingze.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.access.Officer;
import org.mingze.web.Balance;
import org.mingze.web.Blank;
import org.mingze.web.Link;
import org.mingze.web.Part;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;

/// 今日页 — what is over, what is due today, what comes next.
///
/// @param day     the day in words and what is left of the period
/// @param finding the h1: 今天要办3件，逾期2件
/// @param blank   shown when there is nothing in any part
public record TodayPage(
        List<String> day,
        String finding,
        List<Part> parts,
        Optional<Blank> blank,
        Optional<PeriodBalance> balance,
        List<SideNote> notes) {
    /// The part of what came back, which the h1 counts.
    private static final String RETURNED = "returned";

    /// 本期 — all duties of the period in one bar.
    public record PeriodBalance(String period, String tally, Link all, Balance balance) {}

    /// 旁注 — a short word at the side, with one link.
    public record SideNote(String heading, String tally, Prose text, Optional<Link> link) {}

    /// 转来的 — what a post is told today beside its duties: a part of the page, if there is any.
    public interface Told {
        Optional<Part> of(Knowledge known, Officer officer, LocalDate today);
    }

    /// 旁告 — what a post is told at the side of the page.
    public interface Noted {
        Optional<SideNote> of(Knowledge known, Officer officer, LocalDate today);
    }

    /// 离任之日 — the page of somebody whose last post ended: what is left to hand over.
    public interface Left {
        TodayPage of(Knowledge known, Officer.Last last, LocalDate today);
    }

    public TodayPage {
        day = List.copyOf(day);
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /// The same page with what the post is told before everything else.
    public TodayPage telling(List<Part> told) {
        if (told.isEmpty()) {
            return this;
        }
        List<Part> all = new ArrayList<>(told);
        all.addAll(parts);
        String said =
                told.stream()
                        .filter(part -> part.id().equals(RETURNED))
                        .findFirst()
                        .map(part -> finding + "，退回和待核对" + part.tally() + "件")
                        .orElse(finding);
        return new TodayPage(day, said, all, Optional.empty(), balance, notes);
    }

    /// The same page with more notes at the side.
    public TodayPage noting(List<SideNote> more) {
        List<SideNote> all = new ArrayList<>(notes);
        all.addAll(more);
        return new TodayPage(day, finding, parts, blank, balance, all);
    }

    /// In a word, for another page: the finding, and how much else the post is told.
    public String inAWord(List<Part> told) {
        return told.stream()
                .filter(part -> !part.id().equals(RETURNED))
                .map(part -> "，" + part.heading() + part.tally() + "件")
                .collect(Collectors.joining("", telling(told).finding(), ""));
    }
}
