package org.mingze.meeting.page;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Mark;

/// 实录页 — a meeting while it sits: who is there, what is next, who speaks, how they vote.
///
/// @param others who may still be asked to sit in without a vote
public record SheetPage(
        Heading heading,
        String path,
        Attendance attendance,
        List<Line> agenda,
        Optional<TopicPart> topic,
        Optional<Stopped> stopped,
        List<Field> sudden,
        List<Field.Option> others) {
    public SheetPage {
        agenda = List.copyOf(agenda);
        sudden = List.copyOf(sudden);
        others = List.copyOf(others);
    }

    /// 到会.
    ///
    /// @param taken  whether the roll is taken; before it nobody counts as there
    /// @param quorum how many must be there; empty where no article says
    public record Attendance(
            int due,
            boolean taken,
            int there,
            String quorum,
            int leave,
            int observers,
            Mark mark,
            String article,
            List<SeatLine> seats) {
        public Attendance {
            seats = List.copyOf(seats);
        }
    }

    /// 到会一人.
    public record SeatLine(String person, String name, String title, List<Field.Option> presences) {
        public SeatLine {
            presences = List.copyOf(presences);
        }
    }

    /// 议程一行.
    public record Line(
            String href,
            int number,
            String name,
            String sub,
            String warning,
            boolean done,
            boolean current) {}

    /// 在议 — the topic in hand.
    public record TopicPart(
            int number,
            String name,
            String tally,
            String about,
            List<Link> facts,
            List<Asked> before,
            String spoken,
            List<SpeechLine> speeches,
            Ballot ballot,
            Decision decision) {
        public TopicPart {
            facts = List.copyOf(facts);
            before = List.copyOf(before);
            speeches = List.copyOf(speeches);
        }
    }

    /// 发言状态.
    public enum Turn {
        SPOKEN,
        OPEN,
        WAITING,
        LOCKED
    }

    /// 发言一行.
    ///
    /// @param main whether its button is the one filled button of the view
    public record SpeechLine(
            String no,
            String person,
            String name,
            String title,
            String words,
            String time,
            Turn turn,
            boolean last,
            boolean main) {}

    /// 表决.
    ///
    /// @param refused the ways to vote that an article excludes, with the article
    /// @param fault   why the counts were not kept; empty where they were
    public record Ballot(
            String tally,
            boolean named,
            String method,
            List<Link> methods,
            List<String> refused,
            List<VoteLine> votes,
            List<Count> counts,
            Optional<Majority> majority,
            String note,
            String fault) {
        public Ballot {
            methods = List.copyOf(methods);
            refused = List.copyOf(refused);
            votes = List.copyOf(votes);
            counts = List.copyOf(counts);
        }
    }

    /// 表决一行.
    ///
    /// @param closed why this member cannot vote yet; empty for who can
    public record VoteLine(String person, String name, String closed, List<Field.Option> choices) {
        public VoteLine {
            choices = List.copyOf(choices);
        }
    }

    /// 票数一格.
    public record Count(String name, String word, int count) {}

    /// 多数 — the bar of those for it, with the tick where it carries; both in percent.
    public record Majority(
            String label, String width, String tick, int ayes, String of, String needs) {}

    /// 决定.
    ///
    /// @param said     what was declared; empty before
    /// @param warnings articles that the decision as declared does not keep
    public record Decision(
            String said,
            List<Field.Option> decisions,
            String reason,
            String dissent,
            List<TaskLine> tasks,
            List<Field.Option> owners,
            List<Asked> warnings,
            boolean main) {
        public Decision {
            decisions = List.copyOf(decisions);
            tasks = List.copyOf(tasks);
            owners = List.copyOf(owners);
            warnings = List.copyOf(warnings);
        }
    }

    /// 交办一行.
    public record TaskLine(int index, String content, String due, List<Field.Option> owners) {
        public TaskLine {
            owners = List.copyOf(owners);
        }
    }

    /// 拦下 — a refusal whose ways out are acts.
    ///
    /// @param deciding whether it belongs beside the decision, and not beside who speaks and votes
    public record Stopped(
            boolean deciding, String title, String fact, String basis, List<Way> ways) {
        public Stopped {
            ways = List.copyOf(ways);
        }
    }

    /// 出路 — a link, or a form with what it sends.
    public record Way(String word, String href, boolean sends, List<Field.Option> fields) {
        public Way {
            fields = List.copyOf(fields);
        }

        public static Way link(String word, String href) {
            return new Way(word, href, false, List.of());
        }
    }
}
