package org.mingze;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingze.Visitor.Answers;

/// 交来的 — a report, a ledger, a draft and a meeting that a street secretary hands in or begins,
/// none of which stands in a journal.
record HandedIn(Visitor secretary) {
    private static final Path REPORT = Path.of("samples", "reports", "述职述廉述责报告.txt");
    private static final String LEDGER =
            """
            青石街道2026年学习台账,,,,
            单位,学习类型,日期,题目,学时
            青石街道党工委,研讨,3月5日,学习甲,２
            青石街道党工委,研讨,3月5日,学习甲,２
            青石街道党工委,研讨会,3月6日,学习乙,2
            柳河镇党委,研讨,3月7日,学习丙,2
            青石街道党工委,研讨,3月8日,学习丁,若干
            合计,,,,
            """;
    private static final String SAID =
            "学习讲话 研究防汛 先把圩堤查一遍 查圩堤 学习台账 述职述廉述责报告 某某制度 每季度的学习 青石街道党工委会 委员 纪检 频率 理论学习系统性不强";

    private static final Pattern QUOTED = Pattern.compile("“([^”]*)”");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /// What is said in them.
    static String words() {
        return report() + LEDGER + SAID;
    }

    /// Whether its Chinese is said in the report: a find quotes from the middle of a clause, cut
    /// short at its beginning.
    static boolean quotes(String words) {
        String rest = QUOTED.matcher(words).replaceAll(found -> said(found.group(1)) ? "" : "$0");
        return said(words) || !CHINESE.matcher(rest).find();
    }

    private static boolean said(String words) {
        return report().contains(words.replaceFirst("^…", ""));
    }

    private static String report() {
        try {
            return Files.readString(REPORT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Where they are looked at, with the answers that refused a step.
    List<Visitor.Page> pages() {
        List<Visitor.Page> pages = new ArrayList<>(reading());
        pages.addAll(ledger());
        pages.addAll(draft());
        pages.addAll(meeting());
        return pages;
    }

    private List<Visitor.Page> reading() {
        Visitor.Page read =
                secretary.send(
                        secretary.get("/readings"),
                        "form[enctype]",
                        new Answers()
                                .put("单位", "qingshi.gongwei")
                                .file("document", "述职述廉述责报告.txt", report()));
        String first = read.document().select("#finds li").getFirst().id();
        String key = first.substring(2).replace('-', '.');
        Visitor.Page form = secretary.get(read.path() + "?edit=" + key);
        Visitor.Page refused =
                secretary.send(
                        form, "form.find-form", new Answers().put("责任单位", "").put("correct", key));
        return List.of(read, form, refused);
    }

    private List<Visitor.Page> ledger() {
        Visitor.Page mapping =
                secretary.send(
                        secretary.get("/imports"),
                        "form.upload",
                        new Answers().file("file", "学习台账.csv", LEDGER));
        Visitor.Page refused =
                secretary.send(
                        mapping,
                        "form[action$=mapping]",
                        new Answers().put("c0.0", "题").put("c0.3", "题"));
        Visitor.Page checked =
                secretary.send(
                        mapping,
                        "form[action$=mapping]",
                        new Answers()
                                .put("c0.0", "机构")
                                .put("c0.1", "类")
                                .put("c0.3", "题")
                                .put("c0.4", "学时"));
        return List.of(mapping, refused, secretary.waited(checked));
    }

    private List<Visitor.Page> draft() {
        Visitor.Page begun =
                secretary.send(secretary.get("/drafts"), "form[action=/drafts]", new Answers());
        String text = begun.document().select("textarea").val();
        Visitor.Page broken =
                secretary.send(
                        begun,
                        "form:has(textarea)",
                        new Answers().put("text", text.replace("频次", "频率")));
        return List.of(begun, broken);
    }

    /// A meeting that has begun, with a topic.
    Visitor.Page sitting() {
        return meeting().get(3);
    }

    private List<Visitor.Page> meeting() {
        Visitor.Page begun =
                secretary.send(secretary.get("/meetings"), "form.begin", new Answers());
        Visitor.Page one = arranged(begun, "add");
        Visitor.Page two = arranged(one, "add", "t.0.name", "研究防汛", "t.0.kind", "决策");
        Visitor.Page refused = arranged(two, "open", "t.1.name", "学习讲话", "t.1.kind", "学习");
        Visitor.Page sitting = arranged(refused, "open.anyway");
        Visitor.Page attended = secretary.send(sitting, ".roll form", new Answers());
        Visitor.Page spoken =
                secretary.send(attended, "#say", new Answers().put("words", "先把圩堤查一遍"));
        Visitor.Page early =
                secretary.send(
                        spoken,
                        "form[action$=/resolution]",
                        new Answers()
                                .put("decision", "缓议")
                                .put("k.0.content", "查圩堤")
                                .put("k.0.due", "2020-01-01"));
        String path = spoken.path().replaceFirst("/topics/.*|\\?.*", "");
        Visitor.Page closing = secretary.get(path + "/closure");
        return List.of(begun, two, refused, sitting, attended, spoken, early, closing);
    }

    private Visitor.Page arranged(Visitor.Page page, String then, String... typed) {
        Answers answers = new Answers().put("then", then);
        for (int at = 0; at < typed.length; at += 2) {
            answers.put(typed[at], typed[at + 1]);
        }
        return secretary.send(page, "form.arrange", answers);
    }
}
