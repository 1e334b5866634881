package org.mingze.web;

import java.util.List;

/// 栏 — a question of a form and its answer so far.
///
/// Buttons inside a form that change it without sending it (再加一行, 移去) submit [Again] under the
/// name [Again#PARAMETER]; the form is then shown again and nothing is recorded.
///
/// @param name  the parameter; inside rows it is a path, `议程.0.事项`
/// @param hint  a few words beside the label
/// @param fault what to do about the answer, empty for none
public record Field(
        String name, String label, String hint, boolean required, String fault, Control control) {
    /// 控件 — how the answer is given.
    public sealed interface Control {
        /// One line of text; `kind` is text, number, date, time, search or password.
        ///
        /// @param known answers that are offered while one types; others may be written
        record Line(String value, String kind, String unit, List<Option> known) implements Control {
            public Line {
                known = List.copyOf(known);
            }

            public Line(String value, String kind, String unit) {
                this(value, kind, unit, List.of());
            }
        }

        record Area(String value) implements Control {}

        /// A few words to choose from, all of them in sight.
        record Choices(List<Option> options, boolean several) implements Control {
            public Choices {
                options = List.copyOf(options);
            }
        }

        /// Many to choose one from.
        record Menu(List<Option> options) implements Control {
            public Menu {
                options = List.copyOf(options);
            }
        }

        /// Several people, posts, bodies or records: those chosen, and those that may be added.
        record Several(List<Option> chosen, List<Option> candidates, String add)
                implements Control {
            public Several {
                chosen = List.copyOf(chosen);
                candidates = List.copyOf(candidates);
            }
        }

        /// Several short texts, one a line.
        record Lines(String value) implements Control {}

        record Files(List<FileKept> kept, boolean several) implements Control {
            public Files {
                kept = List.copyOf(kept);
            }
        }

        /// A list of structures; each row holds its fields.
        record Rows(List<List<Field>> rows, String rowName) implements Control {
            public Rows {
                rows = rows.stream().map(List::copyOf).toList();
            }
        }

        record Group(List<Field> fields) implements Control {
            public Group {
                fields = List.copyOf(fields);
            }
        }
    }

    public record Option(String value, String label, boolean chosen) {}

    /// 已附 — a file already kept, by its hash.
    public record FileKept(String hash, String name, String about) {}

    /// What the label and the fault are called in the page.
    public String id() {
        return "f-" + name.replace('.', '-');
    }

    public boolean hasFault() {
        return !fault.isEmpty();
    }
}
