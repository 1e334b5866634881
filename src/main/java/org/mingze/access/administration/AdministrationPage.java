package org.mingze.access.administration;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Fact;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Listing;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;

/// 管理页 — a page of the administrators or of one's own account: parts one below the other.
public record AdministrationPage(
        Place place, Heading heading, Listing listing, List<Section> sections) {
    /// 段落 — one ruled part of the page.
    public sealed interface Section {}

    /// 表 — rows of cells, with the acts of each row.
    public record Table(
            String id,
            String heading,
            String tally,
            List<String> heads,
            List<Line> lines,
            Optional<Blank> blank)
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
    }

    /// 按钮 — an act done by a form of its own.
    ///
    /// @param about the object of the act, for those who hear the button and do not see its row
    /// @param asked what it does, said before it is done; empty for an act done at one press
    public record Button(
            String word, String about, String action, Act.Weight weight, String asked) {
        public static Button small(String word, String about, String action) {
            return new Button(word, about, action, Act.Weight.SMALL, "");
        }

        public Button grave() {
            return new Button(word, about, action, Act.Weight.GRAVE, asked);
        }

        /// Done only after it was said what it does.
        public Button asking(String sentence) {
            return new Button(word, about, action, weight, sentence);
        }
    }

    public record Facts(String id, String heading, List<Fact> facts, List<Button> buttons)
            implements Section {
        public Facts {
            facts = List.copyOf(facts);
            buttons = List.copyOf(buttons);
        }
    }

    /// 填写 — fields and the one filled button.
    public record Form(
            String id, String heading, Prose lede, String action, List<Field> fields, String button)
            implements Section {
        public Form {
            fields = List.copyOf(fields);
        }

        public boolean hasFault() {
            return fields.stream().anyMatch(Field::hasFault);
        }
    }

    /// 上传 — one file to choose, and the filled button.
    public record Upload(String id, String heading, String lede, String action, String button)
            implements Section {}

    /// 进行中 — work in the background.
    ///
    /// @param again the page itself, for a browser without scripts
    public record Running(String heading, String lede, String again) implements Section {}

    /// 只显示一次 — secrets to write down now.
    public record Secret(String heading, String lede, List<String> lines) implements Section {
        public Secret {
            lines = List.copyOf(lines);
        }
    }

    /// 方码 — a square code to scan, and the same to type in.
    public record Scan(String heading, String lede, int side, String path, String typed)
            implements Section {}

    public record Refused(Refusal refusal) implements Section {}

    public AdministrationPage {
        sections = List.copyOf(sections);
    }

    static AdministrationPage of(Place place, Heading heading, List<Section> sections) {
        return new AdministrationPage(place, heading, Listing.PLAIN, sections);
    }

    /// Whether a form has the one filled button.
    public boolean hasForm() {
        return sections.stream().anyMatch(Form.class::isInstance);
    }

    public boolean hasFault() {
        return sections.stream()
                .anyMatch(section -> section instanceof Form form && form.hasFault());
    }

    static Field line(String name, String label, String hint, String value, String fault) {
        return new Field(name, label, hint, true, fault, new Field.Control.Line(value, "text", ""));
    }

    static Field secret(String name, String label, String hint, String fault) {
        return new Field(
                name, label, hint, true, fault, new Field.Control.Line("", "password", ""));
    }
}
