package org.mingze.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mingze.meeting.Meeting.Presence;
import org.mingze.meeting.Meeting.Seat;
import org.mingze.meeting.Topic.Choice;
import org.mingze.meeting.Topic.Speech;
import org.mingze.meeting.Topic.Tally;
import org.mingze.meeting.Topic.Vote;

/// 设想 — a meeting as it would be if it went on in some way; the institutions are asked about each,
/// and the differences between their answers tell what they require.
///
/// @param chair who presides; empty while the post is vacant
record Supposing(Meeting meeting, String chair) {
    static final String CARRIED = "通过";
    private static final String OTHER = "其他";

    /// The topics voted on in another way.
    Meeting votedBy(Meeting of, String method) {
        return of.with(
                of.topics().stream()
                        .map(topic -> topic.voted(method, List.of(), Optional.empty()))
                        .toList());
    }

    Meeting only(int index) {
        return meeting.with(List.of(meeting.topics().get(index)));
    }

    /// The meeting with one topic of no particular kind.
    Meeting plain() {
        return meeting.with(List.of(Topic.of(OTHER, List.of(OTHER), OTHER)));
    }

    /// As well as it can go: all there, all speak with the chair last, all agree, all carried.
    Meeting duly(Meeting of) {
        Meeting full = attended(of, of.members().size());
        List<String> order = chairLast(full.members());
        return full.with(
                of.topics().stream()
                        .map(
                                topic ->
                                        carried(
                                                topic.spoken(speeches(order)),
                                                full,
                                                full.members().size()))
                        .toList());
    }

    /// As badly as it can go while it still declares everything carried: nobody there, the chair
    /// first, all against it from afar.
    Meeting badly(Meeting of) {
        List<String> order = chairLast(of.members()).reversed();
        Meeting full = attended(of, of.members().size());
        return attended(of, 0)
                .with(
                        of.topics().stream()
                                .map(topic -> carried(topic.spoken(speeches(order)), full, 0))
                                .toList());
    }

    /// With so many members there, nobody heard, nobody asked.
    Meeting attendedOnly(int index, int there) {
        Topic topic = meeting.topics().get(index).spoken(List.of());
        Topic carried =
                topic.voted(topic.method(), List.of(), Optional.empty())
                        .resolved(Topic.Resolution.NONE.declared(CARRIED));
        return attended(only(index), there).with(List.of(carried));
    }

    /// With so many votes for it, all who are there having spoken.
    Meeting favoured(int index, int ayes) {
        Meeting now = only(index);
        Meeting there = now.present().isEmpty() ? attended(now, now.members().size()) : now;
        Topic topic = meeting.topics().get(index);
        return there.with(
                List.of(carried(topic.spoken(speeches(chairLast(there.present()))), there, ayes)));
    }

    /// All who are there have spoken on the topic, the chair first or last.
    Meeting heard(int index, boolean chairFirst) {
        List<String> order = chairLast(meeting.present());
        Topic topic = meeting.topics().get(index);
        return only(index)
                .with(List.of(topic.spoken(speeches(chairFirst ? order.reversed() : order))));
    }

    /// This member speaks next, then the others, the chair last; all agree.
    Meeting goingOn(int index, Optional<String> next) {
        Topic topic = meeting.topics().get(index);
        List<Speech> speeches = new ArrayList<>(topic.spoken());
        next.ifPresent(person -> speeches.add(speech(person)));
        remaining(topic).stream()
                .filter(person -> next.filter(person::equals).isEmpty())
                .forEach(person -> speeches.add(speech(person)));
        Meeting now = only(index);
        Topic spoken = topic.spoken(speeches);
        List<Vote> votes =
                now.present().stream()
                        .map(
                                seat ->
                                        new Vote(
                                                seat.person(),
                                                topic.vote(seat.person()).orElse(Choice.AYE)))
                        .toList();
        return now.with(
                List.of(
                        spoken.voted(
                                        topic.method(),
                                        votes,
                                        Optional.of(new Tally(votes.size(), 0, 0, 0)))
                                .resolved(Topic.Resolution.NONE.declared(CARRIED))));
    }

    /// Members there who have neither spoken nor said that they have nothing to say; the chair
    /// last.
    List<String> remaining(Topic topic) {
        return chairLast(
                meeting.present().stream()
                        .filter(seat -> topic.speech(seat.person()).isEmpty())
                        .toList());
    }

    private List<String> chairLast(List<Seat> seats) {
        List<String> order = new ArrayList<>();
        seats.stream().map(Seat::person).filter(p -> !p.equals(chair)).forEach(order::add);
        seats.stream().map(Seat::person).filter(chair::equals).forEach(order::add);
        return order;
    }

    private static Meeting attended(Meeting of, int there) {
        List<Seat> members = of.members();
        List<Seat> seats = new ArrayList<>();
        for (Seat seat : of.seats()) {
            int at = members.indexOf(seat);
            seats.add(at < 0 ? seat : seat.with(at < there ? Presence.PRESENT : Presence.ABSENT));
        }
        return of.seated(seats);
    }

    /// Carried with so many for it; the others who are there against.
    private static Topic carried(Topic topic, Meeting of, int ayes) {
        List<Seat> members = of.members();
        int there = Math.max(ayes, of.present().size());
        List<Vote> votes =
                IntStream.range(0, Math.min(there, members.size()))
                        .mapToObj(
                                at ->
                                        new Vote(
                                                members.get(at).person(),
                                                at < ayes ? Choice.AYE : Choice.NO))
                        .toList();
        return topic.voted(
                        topic.method(),
                        votes,
                        Optional.of(new Tally(ayes, votes.size() - ayes, 0, 0)))
                .resolved(Topic.Resolution.NONE.declared(CARRIED));
    }

    private static List<Speech> speeches(List<String> order) {
        return order.stream().map(Supposing::speech).toList();
    }

    private static Speech speech(String person) {
        return new Speech(person, "", "", false);
    }
}
