package org.mingze.exchange.dutylist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingze.institution.RecordType;
import org.mingze.institution.Vocabulary;
import org.mingze.institution.expression.Type;

/// 读成的职责 — what a line of the list comes to in the words of the county: whose, what, how
/// often; what it does not say stays open.
///
/// @param roles    of the vocabulary, in the order of the line
/// @param selector 做, as a file writes it; empty where no record type fits
/// @param shape    what it asks for if that is not a number of times
/// @param open     what a person must still say, a sentence each
record ReadDuty(
        DutyLine line,
        List<String> roles,
        Optional<String> selector,
        Frequency frequency,
        Optional<DutyShape> shape,
        List<String> open) {
    ReadDuty {
        roles = List.copyOf(roles);
        open = List.copyOf(open);
    }

    /// Whether it can be written as a rule.
    boolean isRule() {
        boolean said = shape.map(DutyShape::whole).orElse(selector.isPresent());
        return !roles.isEmpty() && said;
    }

    static ReadDuty of(DutyLine line, Vocabulary vocabulary) {
        List<String> open = new ArrayList<>();
        List<String> roles =
                ListWords.known().in("角色", line.who()).stream()
                        .map(ListWords.Word::meaning)
                        .filter(vocabulary.roles()::containsKey)
                        .distinct()
                        .toList();
        if (roles.isEmpty()) {
            open.add(
                    line.who().isEmpty()
                            ? "谁：没有写，补上一个角色"
                            : "谁：“" + line.who() + "”不在词汇的角色里，补上一个角色");
        }
        Optional<DutyShape> shape =
                DutyShape.of(line.what(), words -> selector(words, vocabulary, new ArrayList<>()));
        if (shape.isPresent()) {
            open.addAll(shape.get().open());
            return new ReadDuty(
                    line, roles, Optional.empty(), Frequency.read(line.what()), shape, open);
        }
        Optional<String> selector = selector(line.what(), vocabulary, open);
        Frequency frequency =
                Frequency.read(
                        line.often().isEmpty() ? line.what() : line.often() + "，" + line.what());
        if (frequency.period().isEmpty()) {
            open.add(
                    "每："
                            + (line.often().isEmpty() ? "没有写多久一次" : "“" + line.often() + "”不是一个周期")
                            + "，定一个周期");
        }
        if (frequency.count().isEmpty()) {
            open.add("至少：没有写几次，定一个数");
        }
        return new ReadDuty(line, roles, selector, frequency, shape, open);
    }

    private static Optional<String> selector(
            String what, Vocabulary vocabulary, List<String> open) {
        Optional<String> kind = ofKind(what, vocabulary);
        if (kind.isPresent()) {
            return kind;
        }
        for (ListWords.Word word : ListWords.known().in("记录", what)) {
            int slash = word.meaning().indexOf('/');
            String type = slash < 0 ? word.meaning() : word.meaning().substring(0, slash);
            String of = slash < 0 ? "" : word.meaning().substring(slash + 1);
            Optional<RecordType> known = vocabulary.recordType(type);
            if (known.isPresent() && (of.isEmpty() || kinds(known.get()).contains(of))) {
                if (of.isEmpty()) {
                    open.add("做：“" + type + "”里算哪些没有读出，补上且");
                }
                return Optional.of(written(type, of));
            }
        }
        open.add("做：没有认出是哪一类记录，补上做");
        return Optional.empty();
    }

    /// The longest word of a 类 of the vocabulary that the line uses itself.
    private static Optional<String> ofKind(String what, Vocabulary vocabulary) {
        String found = "";
        String type = "";
        for (RecordType each : vocabulary.recordTypes().values()) {
            if (vocabulary.engineMade().contains(each.name())) {
                continue;
            }
            for (String word : kinds(each)) {
                if (word.length() >= 3 && word.length() > found.length() && what.contains(word)) {
                    found = word;
                    type = each.name();
                }
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(written(type, found));
    }

    private static List<String> kinds(RecordType type) {
        return type.field("类")
                .map(RecordType.Field::type)
                .filter(Type.Choice.class::isInstance)
                .map(Type.Choice.class::cast)
                .map(Type.Choice::words)
                .orElse(List.of());
    }

    private static String written(String type, String kind) {
        return kind.isEmpty() ? type : "{录: " + type + ", 且: '类 = \"" + kind + "\"'}";
    }
}
