package org.mingze.meeting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// 议题 — one item of a meeting with everything that was said, voted and resolved on it.
///
/// @param kind     议题类
/// @param subjects 议题题
/// @param matter   the number of the 事项 that it is about; empty for none
/// @param sudden   临时: it was not on the agenda that members were told
/// @param method   表决方式; empty while nobody chose
/// @param tally    the counts of a vote that was not by name
record Topic(
        String kind,
        List<String> subjects,
        String name,
        String about,
        String matter,
        boolean sudden,
        String method,
        List<Speech> speeches,
        List<Vote> votes,
        Optional<Tally> tally,
        Resolution resolution,
        List<Task> tasks) {
    static final String BY_NAME = "记名";

    Topic {
        subjects = List.copyOf(subjects);
        speeches = List.copyOf(speeches);
        votes = List.copyOf(votes);
        tasks = List.copyOf(tasks);
    }

    /// 发言 — who spoke, what was said and when; or that nothing was to be said.
    record Speech(String person, String words, String time, boolean silent) {}

    /// 一票 — a vote by name.
    record Vote(String person, Choice choice) {}

    /// 表决意见 — as members say it, and as the count of the record is called.
    enum Choice {
        AYE("同意", "赞成", "通过"),
        NO("不同意", "反对", "否决"),
        LATER("缓议", "缓议", "缓议"),
        ABSTAIN("弃权", "弃权", "");

        private final String word;
        private final String count;
        private final String leadsTo;

        Choice(String word, String count, String leadsTo) {
            this.word = word;
            this.count = count;
            this.leadsTo = leadsTo;
        }

        String word() {
            return word;
        }

        String count() {
            return count;
        }

        /// The decision that most members want who vote so; empty for none.
        String leadsTo() {
            return leadsTo;
        }
    }

    /// 票数.
    record Tally(int ayes, int noes, int laters, int abstentions) {
        static Tally counting(ToIntFunction<Choice> count) {
            return new Tally(
                    count.applyAsInt(Choice.AYE),
                    count.applyAsInt(Choice.NO),
                    count.applyAsInt(Choice.LATER),
                    count.applyAsInt(Choice.ABSTAIN));
        }

        int of(Choice choice) {
            return switch (choice) {
                case AYE -> ayes;
                case NO -> noes;
                case LATER -> laters;
                case ABSTAIN -> abstentions;
            };
        }

        int all() {
            return ayes + noes + laters + abstentions;
        }
    }

    /// 决定 — what was declared, why, and who thought otherwise.
    record Resolution(String decision, String reason, String dissent) {
        static final Resolution NONE = new Resolution("", "", "");

        Resolution declared(String declared) {
            return new Resolution(declared, reason, dissent);
        }
    }

    /// 交办 — what follows from the decision: what, which post answers for it, by when.
    record Task(String content, String owner, String due) {
        /// Whether its last day is over before the day on which it is assigned.
        boolean isDueBefore(LocalDate day) {
            try {
                return LocalDate.parse(due).isBefore(day);
            } catch (DateTimeException none) {
                return false;
            }
        }
    }

    static Topic of(String kind, List<String> subjects, String name) {
        return new Topic(
                kind,
                subjects,
                name,
                "",
                "",
                false,
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Resolution.NONE,
                List.of());
    }

    boolean isNamed() {
        return method.isEmpty() || method.equals(BY_NAME);
    }

    boolean isDecided() {
        return !resolution.decision().isEmpty();
    }

    /// What was assigned with a last day before that of the meeting, counted from 1.
    List<Integer> tasksDueBefore(LocalDate day) {
        return IntStream.rangeClosed(1, tasks.size())
                .filter(number -> tasks.get(number - 1).isDueBefore(day))
                .boxed()
                .toList();
    }

    Optional<Speech> speech(String person) {
        return speeches.stream().filter(speech -> speech.person().equals(person)).findFirst();
    }

    /// Those who spoke; who had nothing to say is not among them.
    List<Speech> spoken() {
        return speeches.stream().filter(speech -> !speech.silent()).toList();
    }

    Optional<Choice> vote(String person) {
        return votes.stream()
                .filter(vote -> vote.person().equals(person))
                .map(Vote::choice)
                .findFirst();
    }

    /// Empty while nobody voted.
    Optional<Tally> counted() {
        if (!isNamed()) {
            return tally;
        }
        return votes.isEmpty() ? Optional.empty() : Optional.of(Tally.counting(this::count));
    }

    private int count(Choice choice) {
        return (int) votes.stream().filter(vote -> vote.choice() == choice).count();
    }

    Topic spoke(Speech speech) {
        List<Speech> all = new ArrayList<>(speeches);
        int at = indexOf(speech.person());
        if (at < 0) {
            all.add(speech);
        } else {
            all.set(at, speech);
        }
        return spoken(all);
    }

    private int indexOf(String person) {
        return speeches.stream().map(Speech::person).toList().indexOf(person);
    }

    Topic spoken(List<Speech> all) {
        return new Topic(
                kind,
                subjects,
                name,
                about,
                matter,
                sudden,
                method,
                all,
                votes,
                tally,
                resolution,
                tasks);
    }

    Topic voted(String how, List<Vote> named, Optional<Tally> counts) {
        return new Topic(
                kind,
                subjects,
                name,
                about,
                matter,
                sudden,
                how,
                speeches,
                named,
                counts,
                resolution,
                tasks);
    }

    Topic resolved(Resolution changed) {
        return new Topic(
                kind, subjects, name, about, matter, sudden, method, speeches, votes, tally,
                changed, tasks);
    }

    Topic assigned(List<Task> changed) {
        return new Topic(
                kind,
                subjects,
                name,
                about,
                matter,
                sudden,
                method,
                speeches,
                votes,
                tally,
                resolution,
                changed);
    }

    Topic suddenly() {
        return new Topic(
                kind,
                subjects,
                name,
                about,
                matter,
                true,
                method,
                speeches,
                votes,
                tally,
                resolution,
                tasks);
    }
}
