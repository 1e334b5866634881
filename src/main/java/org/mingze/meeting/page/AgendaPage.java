package org.mingze.meeting.page;

import java.util.List;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;

/// 议程页 — who is called to what, and what the institutions ask of each topic.
///
/// @param faults  what keeps the meeting from beginning
/// @param missing what is missing before it and has to be confirmed to begin all the same
public record AgendaPage(
        Heading heading,
        String path,
        List<String> faults,
        List<Asked> missing,
        List<Field> fields,
        List<Seat> seats,
        List<Field.Option> others,
        List<Item> items,
        String asked,
        List<Asked> whole,
        List<AskedOfTopic> ofTopics,
        String kept) {
    public AgendaPage {
        faults = List.copyOf(faults);
        missing = List.copyOf(missing);
        fields = List.copyOf(fields);
        seats = List.copyOf(seats);
        others = List.copyOf(others);
        items = List.copyOf(items);
        whole = List.copyOf(whole);
        ofTopics = List.copyOf(ofTopics);
    }

    /// 应邀 — somebody who may be called, and as what.
    public record Seat(
            int index,
            String person,
            String post,
            String name,
            String title,
            List<Field.Option> capacities) {
        public Seat {
            capacities = List.copyOf(capacities);
        }
    }

    /// 一项 — the fields of one topic.
    public record Item(
            int index,
            String title,
            List<Field> fields,
            List<Field> folded,
            boolean first,
            boolean last) {
        public Item {
            fields = List.copyOf(fields);
            folded = List.copyOf(folded);
        }
    }

    /// 一项的要求.
    ///
    /// @param none  what is said where nothing is asked
    /// @param facts its matter and what is on the journal about that
    public record AskedOfTopic(String title, List<Asked> asked, String none, List<Link> facts) {
        public AskedOfTopic {
            asked = List.copyOf(asked);
            facts = List.copyOf(facts);
        }
    }
}
