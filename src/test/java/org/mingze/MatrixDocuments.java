package org.mingze;

import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;

/// 交来的和在办的 — documents, tables, drafts, meetings and packets, each begun by whoever owns it.
final class MatrixDocuments {
    private MatrixDocuments() {}

    /// The number of a new one.
    static String begun(String segment, Visitor owner, String body) {
        return id(page(segment, owner, body));
    }

    private static Page page(String segment, Visitor owner, String body) {
        return switch (segment) {
            case "readings" ->
                    owner.send(
                            owner.get("/readings"),
                            "form[enctype]",
                            new Answers().file("document", "整改.txt", "一、存在问题\n学习不够。\n"));
            case "imports" ->
                    owner.send(
                            owner.get("/imports"),
                            "form.upload",
                            new Answers().file("file", "学习.csv", "单位,日期,题目\n某单位,3月5日,甲\n"));
            case "drafts" ->
                    owner.send(owner.get("/drafts"), "form[action=/drafts]", new Answers());
            case "meetings" -> new HandedIn(owner).sitting();
            case "packets" ->
                    owner.send(
                            owner.get("/packets"),
                            "form[action=/packets]",
                            new Answers()
                                    .put("body", body)
                                    .put("from", "2026-01-01")
                                    .put("to", "2026-06-30")
                                    .put("masked", "no"));
            default -> throw new IllegalArgumentException(segment);
        };
    }

    private static String id(Page page) {
        String id = page.path().replaceAll("^/[a-z]+/([0-9a-f-]{36}).*$", "$1");
        if (!id.matches("[0-9a-f-]{36}")) {
            throw new IllegalStateException(page.path() + " " + page.text("main"));
        }
        return id;
    }
}
