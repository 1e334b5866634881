package org.mingze.duty;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Act;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Prose;

/// 职责页 — the finding on one duty of one bearer in one period, with all that it rests on.
public record DutyPage(
        Heading heading,
        Verdict verdict,
        Optional<Year> year,
        Counted counted,
        List<Rejected> rejected,
        List<WayOut> waysOut,
        Basis basis,
        List<Fact> bearers,
        List<Fact> proof,
        Optional<Link> check) {
    /// 结论 — the sentence, asked as known now or as known when due.
    public record Verdict(
            Mark mark, Prose sentence, List<Known> known, List<Fact> dates, Tone tone) {}

    public enum Tone {
        QUIET("verdict"),
        DONE("verdict is-done"),
        BREACH("verdict is-breach");

        private final String style;

        Tone(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    /// 所知 — one of the two questions.
    public record Known(String words, String href, boolean chosen) {}

    /// 全年 — the periods of a year, each with its state.
    public record Year(String heading, String tally, List<Period> periods) {}

    public record Period(String word, Mark mark, String href, boolean chosen) {}

    /// 计入 — the records that count, with how many are needed.
    public record Counted(String tally, List<RecordLine> records, String whenNone) {}

    /// 记录行 — a record by its number.
    public record RecordLine(Link number, Prose what, String when) {}

    /// 不计 — a record that does not count: the first condition that failed, the values read.
    public record Rejected(String id, Link number, Prose why, Prose read, Optional<Act> act) {}

    /// 办法 — what can be done and what it would change.
    public record WayOut(String title, Prose what, Act act) {}

    /// 依据 — the words of the article and where they stand.
    public record Basis(String grade, String quote, Link institution) {}

    public DutyPage {
        rejected = List.copyOf(rejected);
        waysOut = List.copyOf(waysOut);
        bearers = List.copyOf(bearers);
        proof = List.copyOf(proof);
    }
}
