package org.mingze.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mingze.reading.review.Excerpt;
import org.mingze.reading.review.Find;
import org.mingze.reading.review.FindKind;
import org.mingze.reading.review.Finds;
import org.mingze.reading.review.Reviewed;
import org.mingze.reading.review.Told;
import org.mingze.reading.text.Reading;
import org.mingze.web.Field;
import org.mingze.web.Field.Control;
import org.mingze.web.Field.Option;

/// 改正表 — the few fields of a find that a person may set right, or those of a passage to add.
///
/// @param typed  the form as it was sent; empty before
/// @param sources where a problem may come from
/// @param bodies who may answer for a problem
record EditForm(
        UnderReview review,
        Told told,
        Sources sources,
        List<Option> bodies,
        Map<String, List<String>> typed) {
    static final String EXCERPT = "原文";
    static final String KIND = "种类";
    private static final int LABEL_MAX = 24;
    private static final Set<FindKind> LINKED = Set.of(FindKind.CAUSE, FindKind.MEASURE);

    /// Those of one find, with what is known already.
    List<Field> fields(Reviewed reviewed, Map<String, String> faults) {
        Find find = reviewed.find();
        List<Field> fields = new ArrayList<>();
        fields.add(area(EXCERPT, "原文里的话，可长可短", review.said(reviewed), faults));
        switch (find.kind()) {
            case PROBLEM -> {
                fields.add(area(Find.WORDING, "入台账这样写", review.wording(reviewed), faults));
                fields.add(source(sources.of(reviewed, review)));
                fields.add(menu(Find.BODY, "", bodies, review.body(reviewed)));
            }
            case CAUSE -> fields.add(against(find));
            case MEASURE -> {
                fields.add(against(find));
                fields.add(
                        menu(
                                Find.OWNER,
                                said(find, Find.SAID_OWNER),
                                owners(),
                                told.owner(reviewed)));
                fields.add(
                        line(
                                Find.DEADLINE,
                                said(find, Find.SAID_DEADLINE),
                                told.deadline(reviewed),
                                "date",
                                faults));
                fields.add(line(Find.FREQUENCY, "", find.field(Find.FREQUENCY), "text", faults));
            }
            case DUTY -> {
                fields.add(line(Find.SAID_OWNER, "", find.field(Find.SAID_OWNER), "text", faults));
                fields.add(
                        line(
                                Find.SAID_DEADLINE,
                                "",
                                find.field(Find.SAID_DEADLINE),
                                "text",
                                faults));
                fields.add(line(Find.FREQUENCY, "", find.field(Find.FREQUENCY), "text", faults));
            }
            case FIGURE -> {
                fields.add(line(Find.VALUE, "隐去的空着", find.field(Find.VALUE), "number", faults));
                fields.add(line(Find.UNIT, "", find.field(Find.UNIT), "text", faults));
                fields.add(menu(Find.PURPOSE, "", purposes(), find.field(Find.PURPOSE)));
            }
            case MECHANISM -> {}
        }
        return fields;
    }

    /// Those of a passage that the reader did not find.
    List<Field> additions(Map<String, String> faults) {
        return List.of(
                new Field(
                        KIND,
                        "这是",
                        "",
                        true,
                        faults.getOrDefault(KIND, ""),
                        new Control.Choices(
                                Stream.of(FindKind.values())
                                        .map(
                                                kind ->
                                                        new Option(
                                                                kind.name(),
                                                                kind.title(),
                                                                value(KIND, "PROBLEM")
                                                                        .equals(kind.name())))
                                        .toList(),
                                false)),
                area(EXCERPT, "照抄原文里的一句", "", faults),
                against(Find.at(FindKind.MEASURE, 0, 0)));
    }

    /// What is wrong with the form, by field.
    Map<String, String> faults(int near) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (excerpt(near).isEmpty()) {
            faults.put(EXCERPT, "原文里没有这句话，从左边照抄");
        }
        String deadline = value(Find.DEADLINE, "");
        if (!deadline.isEmpty() && !isDay(deadline)) {
            faults.put(Find.DEADLINE, "“期限”写成2026-06-24这样的日期");
        }
        String amount = value(Find.VALUE, "");
        if (!amount.isEmpty() && !amount.matches("-?\\d{1,15}(\\.\\d{1,9})?")) {
            faults.put(Find.VALUE, "“值”写成阿拉伯数字");
        }
        return faults;
    }

    /// The find as the form says; its place must be in the text.
    Find corrected(Find before) {
        Excerpt at = excerpt(before.from()).orElseThrow();
        Map<String, String> fields = new LinkedHashMap<>(before.fields());
        for (String name :
                List.of(
                        Find.SOURCE,
                        Find.BODY,
                        Find.OWNER,
                        Find.DEADLINE,
                        Find.FREQUENCY,
                        Find.SAID_OWNER,
                        Find.SAID_DEADLINE,
                        Find.VALUE,
                        Find.UNIT,
                        Find.PURPOSE)) {
            if (typed.containsKey(name)) {
                fields.put(name, value(name, ""));
            }
        }
        if (LINKED.contains(before.kind())) {
            fields.put(Find.AGAINST, value(Find.AGAINST, ""));
        }
        if (before.kind() == FindKind.FIGURE) {
            fields.put(Find.MASKED, value(Find.VALUE, "").isEmpty() ? "是" : "");
        }
        Find placed = new Find(before.kind(), at.from(), at.to(), fields);
        String wording = value(Find.WORDING, "");
        boolean own = !wording.isEmpty() && !wording.equals(before.said(review.kept().text()));
        return own ? placed.with(Find.WORDING, wording) : placed.with(Find.WORDING, "");
    }

    /// The passage that is to be added; its place must be in the text.
    Find added() {
        FindKind kind = FindKind.named(value(KIND, "")).orElse(FindKind.PROBLEM);
        Excerpt at = excerpt(0).orElseThrow();
        Find find = Find.at(kind, at.from(), at.to());
        return switch (kind) {
            case PROBLEM -> find.with(Find.BODY, review.kept().body());
            case CAUSE, MEASURE -> find.with(Find.AGAINST, value(Find.AGAINST, ""));
            case FIGURE -> {
                String said = find.said(review.kept().text());
                String number = said.replaceFirst("^(\\d+(?:\\.\\d+)?)?.*$", "$1");
                yield find.with(Find.VALUE, number)
                        .with(Find.UNIT, said.substring(number.length()))
                        .with(Find.PURPOSE, Reading.FigureKind.CLAIM.code());
            }
            case DUTY, MECHANISM -> find;
        };
    }

    private Optional<Excerpt> excerpt(int near) {
        return Excerpt.find(review.kept().text(), value(EXCERPT, ""), near);
    }

    private static boolean isDay(String said) {
        try {
            LocalDate.parse(said);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private Field against(Find find) {
        List<String> chosen =
                typed.isEmpty() ? linked(find) : typed.getOrDefault(Find.AGAINST, List.of());
        List<Option> problems =
                review.chains().stream()
                        .map(
                                chain ->
                                        new Option(
                                                chain.problem().key(),
                                                shortened(review.wording(chain.problem())),
                                                chosen.contains(chain.problem().key())))
                        .toList();
        return new Field(
                Find.AGAINST, "针对哪个问题", "", false, "", new Control.Choices(problems, true));
    }

    private List<String> linked(Find find) {
        return Finds.against(find, review.finds()).stream().map(Reviewed::key).toList();
    }

    static String shortened(String words) {
        return words.length() > LABEL_MAX ? words.substring(0, LABEL_MAX) + "…" : words;
    }

    /// Every problem in the ledger comes from somewhere: none is left out once one is known.
    private Field source(String known) {
        String chosen = value(Find.SOURCE, known);
        List<Option> options = new ArrayList<>();
        if (chosen.isEmpty()) {
            options.add(new Option("", "不写", true));
        }
        sources.words().forEach(word -> options.add(new Option(word, word, word.equals(chosen))));
        return new Field(
                Find.SOURCE, Find.SOURCE, "问题是谁、从哪里查出来的", true, "", new Control.Menu(options));
    }

    private List<Option> owners() {
        return told.posts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                        post ->
                                new Option(
                                        post.getKey(),
                                        post.getValue()
                                                + "，"
                                                + told.holders().getOrDefault(post.getKey(), ""),
                                        false))
                .toList();
    }

    private static List<Option> purposes() {
        return Stream.of(Reading.FigureKind.values())
                .map(kind -> new Option(kind.code(), kind.title(), false))
                .toList();
    }

    private static String said(Find find, String name) {
        return find.field(name).isEmpty() ? "" : "文中：" + find.field(name);
    }

    private Field area(String name, String hint, String before, Map<String, String> faults) {
        return new Field(
                name,
                name,
                hint,
                true,
                faults.getOrDefault(name, ""),
                new Control.Area(value(name, before)));
    }

    private Field line(
            String name, String hint, String before, String kind, Map<String, String> faults) {
        return new Field(
                name,
                name.replace("文中", ""),
                hint,
                false,
                faults.getOrDefault(name, ""),
                new Control.Line(value(name, before), kind, ""));
    }

    private Field menu(String name, String hint, List<Option> options, String before) {
        String chosen = value(name, before);
        List<Option> all = new ArrayList<>();
        all.add(new Option("", "不写", chosen.isEmpty()));
        options.forEach(
                each ->
                        all.add(
                                new Option(
                                        each.value(), each.label(), each.value().equals(chosen))));
        return new Field(name, name, hint, false, "", new Control.Menu(all));
    }

    private String value(String name, String otherwise) {
        List<String> said = typed.get(name);
        return said == null ? otherwise : String.join(" ", said).strip();
    }
}
