package org.mingze;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// 填错的 — a form of a page, sent once with nothing in its fields and once with what no day or
/// number is.
record Emptied(Visitor.Page page, String form, String action) {
    static final String TYPED = "乱写";

    /// The forms of a page that the server checks.
    static Stream<Emptied> in(Visitor.Page page) {
        return page.document().select("main form[method=post][novalidate]").stream()
                .map(form -> new Emptied(page, form.cssSelector(), form.attr("action")));
    }

    /// One of each kind is enough: an entry form asks by its type.
    String of(PageAddresses addresses) {
        return addresses.of(action) + (action.equals("/records") ? page.path() : "");
    }

    Stream<Visitor.Page> answers(Visitor visitor) {
        Visitor.Page fresh = visitor.get(page.path());
        return fresh.document().select(form).isEmpty()
                ? Stream.empty()
                : Stream.of("", TYPED)
                        .map(typed -> visitor.send(fresh, form, filled(fresh, typed)));
    }

    private Visitor.Answers filled(Visitor.Page fresh, String typed) {
        Visitor.Answers answers = new Visitor.Answers();
        List<Element> controls =
                fresh.document()
                        .select(form)
                        .select(
                                "input:not([type=hidden],[type=radio],[type=checkbox],[type=file]), select, textarea");
        controls.forEach(
                each -> answers.put(each.attr("name"), each.is("input, textarea") ? typed : ""));
        return answers;
    }
}
