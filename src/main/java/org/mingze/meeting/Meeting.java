package org.mingze.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// 议事 — a meeting as arranged and as taken down so far; nothing of it is on the journal yet.
///
/// @param kind  会议类
/// @param time  when it begins, `14:30`; empty where it is not told
/// @param chair the post that presides
/// @param plan  the number of the plan by which members were told; empty for none
record Meeting(
        String body,
        String kind,
        LocalDate day,
        String time,
        String chair,
        String plan,
        boolean sitting,
        List<Seat> seats,
        List<Topic> topics) {
    Meeting {
        seats = List.copyOf(seats);
        topics = List.copyOf(topics);
    }

    /// 席位 — somebody who was called, in which capacity, and whether there.
    record Seat(String person, String post, Capacity capacity, Presence presence) {
        boolean votes() {
            return capacity == Capacity.MEMBER;
        }

        boolean isThere() {
            return presence == Presence.PRESENT;
        }

        Seat with(Presence changed) {
            return new Seat(person, post, capacity, changed);
        }
    }

    /// 参会身份.
    enum Capacity {
        MEMBER("班子成员", "成员"),
        OBSERVER("列席", "列席");

        private final String recorded;
        private final String word;

        Capacity(String recorded, String word) {
            this.recorded = recorded;
            this.word = word;
        }

        /// The word of the county's vocabulary.
        String recorded() {
            return recorded;
        }

        String word() {
            return word;
        }
    }

    /// 到会态 — nobody is there, on leave or absent before the roll is taken.
    enum Presence {
        UNTOLD("未记"),
        PRESENT("出席"),
        LEAVE("请假"),
        ABSENT("缺席");

        private final String word;

        Presence(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    List<Seat> members() {
        return seats.stream().filter(Seat::votes).toList();
    }

    List<Seat> present() {
        return members().stream().filter(Seat::isThere).toList();
    }

    /// Whether it has been recorded of every member who came and who did not.
    boolean isRollTaken() {
        return members().stream().noneMatch(seat -> seat.presence() == Presence.UNTOLD);
    }

    /// Those who sit in without a vote and are there; they count neither as due nor as present.
    List<Seat> observers() {
        return seats.stream().filter(seat -> !seat.votes()).filter(Seat::isThere).toList();
    }

    /// 应到几人，实到几人，另有列席几人。
    String attended() {
        String due = "应到" + members().size() + "人，";
        if (!isRollTaken()) {
            return due + "到会未记。";
        }
        int observers = observers().size();
        return due
                + "实到"
                + present().size()
                + "人"
                + (observers == 0 ? "。" : "，另有列席" + observers + "人。");
    }

    Optional<Seat> seat(String person) {
        return seats.stream().filter(seat -> seat.person().equals(person)).findFirst();
    }

    Meeting with(List<Topic> changed) {
        return new Meeting(body, kind, day, time, chair, plan, sitting, seats, changed);
    }

    Meeting with(int index, Topic changed) {
        List<Topic> all = new java.util.ArrayList<>(topics);
        all.set(index, changed);
        return with(all);
    }

    /// With these of its topics alone, counted from 1; whole where there are none.
    Meeting of(List<Integer> numbers) {
        return numbers.isEmpty()
                ? this
                : with(numbers.stream().map(number -> topics.get(number - 1)).toList());
    }

    Meeting seated(List<Seat> changed) {
        return new Meeting(body, kind, day, time, chair, plan, sitting, changed, topics);
    }

    /// With one seat more, there when the others are; as it was when the person sits there already.
    Meeting joined(Seat seat) {
        if (seat(seat.person()).isPresent()) {
            return this;
        }
        List<Seat> all = new java.util.ArrayList<>(seats);
        all.add(isRollTaken() ? seat.with(Presence.PRESENT) : seat);
        return seated(all);
    }

    Meeting opened() {
        return new Meeting(body, kind, day, time, chair, plan, true, seats, topics);
    }

    /// The topic with this number, counted from 1.
    Optional<Topic> topic(int number) {
        return number >= 1 && number <= topics.size()
                ? Optional.of(topics.get(number - 1))
                : Optional.empty();
    }
}
