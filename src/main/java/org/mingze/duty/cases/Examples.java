package org.mingze.duty.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// 例文 — reads the text of a `.case` file line by line.
public final class Examples {
    private Examples() {}

    /// Every case in a text, in order.
    ///
    /// @throws ExampleFault naming the line that cannot be read
    public static List<Example> read(String file, String text) {
        Reading reading = new Reading(file);
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            reading.take(number, line.stripTrailing());
        }
        return reading.finished();
    }

    private enum Section {
        HEAD,
        GIVEN,
        WHEN,
        THEN
    }

    private static final class Reading {
        private final String file;
        private final List<Example> examples = new ArrayList<>();
        private String institution = "";
        private Optional<Open> open = Optional.empty();
        private Section section = Section.HEAD;

        Reading(String file) {
            this.file = file;
        }

        void take(int number, String line) {
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                return;
            }
            if (line.startsWith("  ")) {
                within(number, line.strip());
                return;
            }
            String head = line.strip();
            if (head.startsWith("制度:")) {
                close();
                institution = head.substring(3).strip();
            } else if (head.startsWith("例:")) {
                begin(number, head.substring(2).strip());
            } else if (head.startsWith("设")) {
                section = Section.GIVEN;
                int colon = head.indexOf(':');
                if (colon >= 0) {
                    current(number).blocks.add(head.substring(colon + 1).strip());
                }
            } else if (head.equals("当") || head.equals("当:")) {
                section = Section.WHEN;
            } else if (head.equals("则") || head.equals("则:")) {
                section = Section.THEN;
            } else {
                throw new ExampleFault(file, number, "“" + head + "”不是例文的行，段内的行前空两格");
            }
        }

        private void begin(int number, String title) {
            close();
            boolean good = title.startsWith("好");
            if (!good && !title.startsWith("坏")) {
                throw new ExampleFault(file, number, "例名以“好”或“坏”开头");
            }
            open = Optional.of(new Open(number, good, title.substring(1).strip()));
            section = Section.HEAD;
        }

        private void within(int number, String text) {
            Example.Line line = new Example.Line(number, text);
            switch (section) {
                case GIVEN -> current(number).given.add(line);
                case WHEN -> current(number).when.add(line);
                case THEN -> current(number).then.add(line);
                case HEAD -> throw new ExampleFault(file, number, "这一行前面要有“设”“当”或“则”");
            }
        }

        private Open current(int number) {
            return open.orElseThrow(
                    () -> new ExampleFault(file, number, "这一行前面要有“例: 好 …”或“例: 坏 …”"));
        }

        private void close() {
            open.ifPresent(done -> examples.add(done.example(file, institution)));
            open = Optional.empty();
        }

        List<Example> finished() {
            close();
            return List.copyOf(examples);
        }
    }

    private static final class Open {
        private final int line;
        private final boolean good;
        private final String name;
        private final List<String> blocks = new ArrayList<>();
        private final List<Example.Line> given = new ArrayList<>();
        private final List<Example.Line> when = new ArrayList<>();
        private final List<Example.Line> then = new ArrayList<>();

        Open(int line, boolean good, String name) {
            this.line = line;
            this.good = good;
            this.name = name;
        }

        Example example(String file, String institution) {
            return new Example(file, line, institution, good, name, blocks, given, when, then);
        }
    }
}
