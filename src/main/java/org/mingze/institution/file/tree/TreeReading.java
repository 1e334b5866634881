package org.mingze.institution.file.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// 读树 — from the characters of a file to its tree, within fixed limits of size and depth.
///
/// It stands on the parser's events, so that nesting and aliases are bounded before anything is
/// built, and every scalar stays text.
public final class TreeReading {
    private static final int FILE_BYTES_MAX = 1_000_000;
    private static final int DEPTH_MAX = 50;
    private static final long SIZE_MAX = 200_000;
    private static final int ITEMS_MAX = 1000;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setCodePointLimit(FILE_BYTES_MAX + 1).build();

    private final Findings findings;
    private final Iterator<Event> events;
    private final Map<String, Tree> anchors = new HashMap<>();
    private Position last = Position.START;

    private TreeReading(Findings findings, Iterator<Event> events) {
        this.findings = findings;
        this.events = events;
    }

    /// Empty when the file is no tree at all; the findings then say why.
    public static Optional<Tree> read(String text, Findings findings) {
        if (text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > FILE_BYTES_MAX) {
            findings.add(DiagnosticKind.FILE_TOO_LARGE, Position.START, "文件超过1MB。");
            return Optional.empty();
        }
        TreeReading reading =
                new TreeReading(findings, new Parse(SETTINGS).parseString(text).iterator());
        if (text.codePoints().anyMatch(TreeReading::isHalfCharacter)) {
            findings.add(DiagnosticKind.YAML_SYNTAX, reading.last, "文件里有YAML不许的字符。");
            return Optional.empty();
        }
        try {
            return Optional.of(reading.document());
        } catch (Stopped stopped) {
            findings.add(stopped.kind, stopped.place, stopped.sentence);
        } catch (MarkedYamlEngineException fault) {
            Position place = fault.getProblemMark().map(TreeReading::place).orElse(reading.last);
            addSyntax(text, place, findings);
        } catch (YamlEngineException fault) {
            findings.add(DiagnosticKind.YAML_SYNTAX, reading.last, "文件里有YAML不许的字符。");
        }
        return Optional.empty();
    }

    /// A surrogate without its other half, at which the parser itself would run past its buffer.
    private static boolean isHalfCharacter(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /// A full-width sign in the line, or in the one before, is most likely what is wrong.
    private static void addSyntax(String text, Position place, Findings findings) {
        List<String> lines = text.lines().toList();
        for (int line = place.line(); line >= Math.max(1, place.line() - 1); line--) {
            String content = line <= lines.size() ? lines.get(line - 1) : "";
            int sign = content.contains("：") ? content.indexOf('：') : content.indexOf('，');
            if (sign >= 0) {
                findings.add(
                        DiagnosticKind.YAML_SYNTAX,
                        new Position(line, content.codePointCount(0, sign) + 1),
                        "此处的YAML写法不通，行内有全角冒号或逗号。");
                return;
            }
        }
        findings.add(DiagnosticKind.YAML_SYNTAX, place, "此处的YAML写法不通。");
    }

    private Tree document() {
        Optional<Event> start = nextIn(Event.ID.DocumentStart);
        if (start.isEmpty()) {
            throw new Stopped(DiagnosticKind.EMPTY_FILE, Position.START, "文件没有内容。");
        }
        Tree tree = node(events.next(), 1);
        if (nextIn(Event.ID.DocumentStart).isPresent()) {
            throw new Stopped(DiagnosticKind.SEVERAL_DOCUMENTS, last, "一个文件里有几份文档。");
        }
        if (tree.size() > SIZE_MAX) {
            throw new Stopped(DiagnosticKind.ALIASES_TOO_LARGE, Position.START, "别名展开后过大。");
        }
        return tree;
    }

    private Optional<Event> nextIn(Event.ID id) {
        while (events.hasNext()) {
            Event event = events.next();
            last = placeOf(event);
            if (event.getEventId() == id) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    private Tree node(Event event, int depth) {
        last = placeOf(event);
        if (depth > DEPTH_MAX) {
            throw new Stopped(DiagnosticKind.NESTED_TOO_DEEP, last, "嵌套超过" + DEPTH_MAX + "层。");
        }
        Tree tree =
                switch (event) {
                    case AliasEvent alias -> aliased(alias);
                    case ScalarEvent scalar -> scalar(scalar);
                    case MappingStartEvent mapping -> mapping(mapping, depth);
                    case CollectionStartEvent sequence -> sequence(sequence, depth);
                    default -> throw new Stopped(DiagnosticKind.YAML_SYNTAX, last, "此处的YAML写法不通。");
                };
        if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
            node.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), tree));
        }
        return tree;
    }

    private Tree aliased(AliasEvent alias) {
        String name = alias.getAlias().getValue();
        Tree tree = anchors.get(name);
        if (tree == null) {
            throw new Stopped(DiagnosticKind.UNKNOWN_ALIAS, last, "别名“*" + name + "”没有对应的锚。");
        }
        return tree;
    }

    private Tree.Scalar scalar(ScalarEvent event) {
        Position place = placeOf(event);
        event.getTag().ifPresent(tag -> refuseTag(tag, place));
        ScalarStyle style = event.getScalarStyle();
        char quote =
                style == ScalarStyle.SINGLE_QUOTED
                        ? '\''
                        : style == ScalarStyle.DOUBLE_QUOTED ? '"' : 0;
        boolean inLine =
                event.getEndMark().map(mark -> mark.getLine() + 1 == place.line()).orElse(false);
        return new Tree.Scalar(event.getValue(), place, quote, inLine);
    }

    private void refuseTag(String tag, Position place) {
        findings.add(DiagnosticKind.TAG, place, "此处写了标签“" + tag + "”。");
    }

    private Tree sequence(CollectionStartEvent start, int depth) {
        Position place = placeOf(start);
        start.getTag().ifPresent(tag -> refuseTag(tag, place));
        List<Tree> items = new ArrayList<>();
        long size = 1;
        for (Event event = events.next();
                event.getEventId() != Event.ID.SequenceEnd;
                event = events.next()) {
            Tree item = node(event, depth + 1);
            size = grown(size, item);
            items.add(item);
            refuseCrowd(items.size());
        }
        return new Tree.Sequence(List.copyOf(items), place, size);
    }

    private Tree mapping(MappingStartEvent start, int depth) {
        Position place = placeOf(start);
        start.getTag().ifPresent(tag -> refuseTag(tag, place));
        List<Tree.Pair> pairs = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        long size = 1;
        for (Event event = events.next();
                event.getEventId() != Event.ID.MappingEnd;
                event = events.next()) {
            boolean named = event instanceof ScalarEvent;
            Tree key = node(event, depth + 1);
            Tree value = node(events.next(), depth + 1);
            size = grown(size, value);
            refuseCrowd(pairs.size());
            if (named && key instanceof Tree.Scalar scalar && isUsable(scalar, keys)) {
                pairs.add(new Tree.Pair(scalar, value));
            } else if (!named) {
                findings.add(DiagnosticKind.KEY_NOT_TEXT, key.place(), "此处的键不是一个词。");
            }
        }
        return new Tree.Mapping(List.copyOf(pairs), place, size);
    }

    private void refuseCrowd(int items) {
        if (items > ITEMS_MAX) {
            throw new Stopped(DiagnosticKind.TOO_MANY_ITEMS, last, "此处超过" + ITEMS_MAX + "项。");
        }
    }

    private boolean isUsable(Tree.Scalar key, Set<String> keys) {
        if (key.text().equals("<<") && key.quote() == 0) {
            findings.add(DiagnosticKind.MERGE_KEY, key.place(), "此处用了合并键“<<”。");
            return false;
        }
        if (!keys.add(key.text())) {
            findings.add(DiagnosticKind.DUPLICATE_KEY, key.place(), "键“" + key.text() + "”写了两次。");
            return false;
        }
        return true;
    }

    private long grown(long size, Tree below) {
        long total = size + below.size() + 1;
        if (total > SIZE_MAX) {
            throw new Stopped(DiagnosticKind.ALIASES_TOO_LARGE, last, "别名展开后过大。");
        }
        return total;
    }

    private static Position placeOf(Event event) {
        return event.getStartMark().map(TreeReading::place).orElse(Position.START);
    }

    private static Position place(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /// The reading cannot go on.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final DiagnosticKind kind;
        private final transient Position place;
        private final String sentence;

        Stopped(DiagnosticKind kind, Position place, String sentence) {
            super(sentence);
            this.sentence = sentence;
            this.kind = kind;
            this.place = place;
        }
    }
}
