package org.mingze.meeting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingze.meeting.KeptMeetings.KeptMeeting;
import org.mingze.meeting.page.MeetingsPage;
import org.mingze.organization.Body;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Field.Control;
import org.mingze.web.Field.Option;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Mark;
import org.mingze.web.Prose;
import org.mingze.work.WorkRecords;

/// 画议事列表 — where a meeting is begun or gone on with.
record MeetingsDrawing(MeetingWords words, Set<String> bodies) {
    static final int PAGE = 20;

    MeetingsPage page(List<KeptMeeting> shown, List<WorkRecords.RecordRow> entered, int number) {
        List<Option> choices = new ArrayList<>();
        words.known().organization().bodies(words.day()).stream()
                .filter(body -> bodies.contains(body.code()))
                .filter(this::meets)
                .sorted(java.util.Comparator.comparingInt(this::rank))
                .forEach(
                        body ->
                                choices.add(
                                        new Option(body.code(), body.name(), choices.isEmpty())));
        List<Option> kinds = new ArrayList<>();
        kinds.add(new Option("", "同该单位上次", true));
        kinds.addAll(words.choices("会议类", ""));
        return new MeetingsPage(
                new Heading(
                        List.of(),
                        "议事",
                        Prose.of("议程、到会、发言、表决、决定一处办；现行制度的要求随填随说，散会时入账。"),
                        List.of()),
                choices.isEmpty()
                        ? List.of()
                        : List.of(
                                field("body", "哪个单位", new Control.Menu(choices)),
                                field("kind", "什么会", new Control.Menu(kinds)),
                                field(
                                        "day",
                                        "哪一天",
                                        new Control.Line(words.day().toString(), "date", ""))),
                shown.stream().limit(PAGE).map(this::line).toList(),
                shown.isEmpty()
                        ? Optional.of(new Blank("还没有在这里排过议程", "定单位和日期，从议程开始。", Optional.empty()))
                        : Optional.empty(),
                new Listing(List.of(), Optional.empty(), pager(shown.size(), number)),
                held(shown, entered));
    }

    /// Those that did not come from here.
    private Optional<MeetingsPage.Held> held(
            List<KeptMeeting> shown, List<WorkRecords.RecordRow> entered) {
        Set<Long> own =
                shown.stream()
                        .flatMapToLong(kept -> kept.number().stream())
                        .boxed()
                        .collect(Collectors.toSet());
        List<MeetingsPage.Entered> lines =
                entered.stream()
                        .filter(row -> !row.withdrawn() && !own.contains(row.number()))
                        .map(this::line)
                        .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new MeetingsPage.Held(
                                lines,
                                new Link(
                                        "全部会议记录",
                                        "/records?type="
                                                + URLEncoder.encode(
                                                        MeetingRecord.TYPE,
                                                        StandardCharsets.UTF_8))));
    }

    private MeetingsPage.Entered line(WorkRecords.RecordRow row) {
        return new MeetingsPage.Entered(
                new Link(row.title(), "/records/" + row.number()),
                MeetingWords.dayWords(row.occurredOn()),
                row.body().isEmpty() ? "" : words.name(row.body()));
    }

    private boolean meets(Body body) {
        return words.known().organization().leadingTeam(body.code(), words.day()).size() > 1;
    }

    /// Party bodies of the highest level first, then the others in order of code.
    private int rank(Body body) {
        int depth = 0;
        Optional<Body> at = Optional.of(body);
        while (at.isPresent()) {
            depth++;
            at = words.known().organization().superior(at.get().code(), words.day());
        }
        return depth;
    }

    private static Field field(String name, String label, Control control) {
        return new Field(name, label, "", true, "", control);
    }

    private MeetingsPage.Line line(KeptMeeting kept) {
        Meeting meeting = kept.meeting();
        long decided = meeting.topics().stream().filter(Topic::isDecided).count();
        Mark state =
                kept.isClosed()
                        ? new Mark(Mark.Shape.DONE, "已散会")
                        : meeting.sitting()
                                ? new Mark(Mark.Shape.OPEN, "开会")
                                : new Mark(Mark.Shape.AHEAD, "筹备");
        return new MeetingsPage.Line(
                new Link(
                        meeting.kind().isEmpty() ? "会议" : meeting.kind(),
                        kept.path() + (meeting.sitting() || kept.isClosed() ? "" : "/agenda")),
                MeetingWords.dayWords(meeting.day()),
                words.name(meeting.body()),
                meeting.sitting() || kept.isClosed()
                        ? decided + "/" + meeting.topics().size() + "项已定"
                        : meeting.topics().size() + "项议题",
                state);
    }

    private static Optional<Listing.Pager> pager(int found, int page) {
        if (page == 1 && found <= PAGE) {
            return Optional.empty();
        }
        return Optional.of(
                new Listing.Pager(
                        "第" + page + "页",
                        page > 1 ? Optional.of("/meetings?page=" + (page - 1)) : Optional.empty(),
                        found > PAGE
                                ? Optional.of("/meetings?page=" + (page + 1))
                                : Optional.empty()));
    }
}
