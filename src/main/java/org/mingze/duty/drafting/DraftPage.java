package org.mingze.duty.drafting;

import java.util.List;
import org.mingze.web.Act;
import org.mingze.web.Heading;
import org.mingze.web.Prose;

/// 草案页 — the file to write, and beside it what the check says of it.
///
/// @param address of the draft; its acts are below it
/// @param text    the file as it is written
/// @param saved   who writes it and when it was kept last, in words
/// @param isYours whether the reader may write it or throw it away
public record DraftPage(
        Heading heading,
        String address,
        String text,
        String saved,
        boolean isYours,
        Checks checks) {
    /// 检查 — errors with their places, or the rules in sentences with whom they reach.
    ///
    /// @param verdict one sentence: what can be done with the draft now
    /// @param others  numbers that no duty reads and a setting replaces
    /// @param acts    what may be done next; none while there are errors
    public record Checks(
            String verdict,
            List<Flaw> errors,
            List<Rule> rules,
            List<Prose> others,
            List<Act> acts) {
        public Checks {
            others = List.copyOf(others);
            errors = List.copyOf(errors);
            rules = List.copyOf(rules);
            acts = List.copyOf(acts);
        }
    }

    /// 一处错.
    ///
    /// @param line   and the column stand in the file, both counted from 1
    public record Flaw(
            int line, int column, String place, String excerpt, String message, String remedy) {}

    /// 一项职责 — in a sentence.
    ///
    /// @param among whom it reaches, where `reach` names only the first; cut short where many
    /// @param open  what it waits for; empty for a rule that runs
    /// @param set   the numbers that a setting replaces
    public record Rule(
            String name,
            String says,
            String reach,
            List<String> among,
            String open,
            List<Prose> set) {
        public Rule {
            among = List.copyOf(among);
            set = List.copyOf(set);
        }
    }
}
