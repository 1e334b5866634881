package org.mingze.office;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Fact;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Place;
import org.mingze.web.Prose;

/// 分段页 — a page of parts one below the other: tables, facts and forms.
///
/// @param faults what is wrong as a whole; those of a field stand at it
public record SectionedPage(
        Place place, Heading heading, List<String> faults, List<Section> sections) {
    /// 段落 — one ruled part of the page.
    public sealed interface Section {}

    /// 表 — rows of cells, the first of which names the row.
    ///
    /// @param more a link beside the heading
    public record Table(
            String id,
            String heading,
            String tally,
            List<String> heads,
            List<Line> lines,
            Optional<Blank> blank,
            Optional<Link> more)
            implements Section {
        public Table {
            heads = List.copyOf(heads);
            lines = List.copyOf(lines);
        }

        public boolean hasActs() {
            return lines.stream().anyMatch(line -> !line.buttons().isEmpty());
        }
    }

    public record Line(List<Prose> cells, List<Button> buttons) {
        public Line {
            cells = List.copyOf(cells);
            buttons = List.copyOf(buttons);
        }

        public static Line of(List<Prose> cells) {
            return new Line(cells, List.of());
        }
    }

    /// 按钮 — an act done at once by a form of its own.
    public record Button(String word, String about, String action, boolean grave) {}

    /// 事实 — names and what stands under them.
    ///
    /// @param refresh after how many seconds the page is asked for again; 0 for never
    public record Facts(
            String id, String heading, List<Fact> facts, List<Button> buttons, int refresh)
            implements Section {
        public Facts {
            facts = List.copyOf(facts);
            buttons = List.copyOf(buttons);
        }
    }

    /// 填写 — fields, values sent as they are, and the one filled button.
    public record Form(
            String id,
            String heading,
            Prose lede,
            String action,
            List<Hidden> hidden,
            List<Field> fields,
            String button,
            boolean grave)
            implements Section {
        public Form {
            hidden = List.copyOf(hidden);
            fields = List.copyOf(fields);
        }
    }

    public record Hidden(String name, String value) {}

    public SectionedPage {
        faults = List.copyOf(faults);
        sections = List.copyOf(sections);
    }

    public static SectionedPage of(Place place, Heading heading, List<Section> sections) {
        return new SectionedPage(place, heading, List.of(), sections);
    }

    /// Those of the fields, in their order.
    public List<Field> faulty() {
        return sections.stream()
                .filter(Form.class::isInstance)
                .flatMap(section -> ((Form) section).fields().stream())
                .filter(Field::hasFault)
                .toList();
    }

    public boolean isFaulty() {
        return !faults.isEmpty() || !faulty().isEmpty();
    }

    /// The seconds after which the page is asked for again; 0 for never.
    public int refresh() {
        return sections.stream()
                .filter(Facts.class::isInstance)
                .mapToInt(section -> ((Facts) section).refresh())
                .max()
                .orElse(0);
    }

    /// A field of one line.
    public static Field line(String name, String label, String hint, String value, String fault) {
        return new Field(name, label, hint, true, fault, new Field.Control.Line(value, "text", ""));
    }

    public static Field day(String name, String label, String value, String fault) {
        return new Field(name, label, "", true, fault, new Field.Control.Line(value, "date", ""));
    }

    public static Field menu(
            String name, String label, String hint, List<Field.Option> options, String fault) {
        return new Field(name, label, hint, true, fault, new Field.Control.Menu(options));
    }
}
