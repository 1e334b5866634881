package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.office.SectionedPage;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Prose;
import org.mingze.work.EntryCheck;

/// 写明 — the form in which a deed is told, with what was typed and what is wrong with it.
record DeedForm(
        Deed deed, Map<String, String> typed, List<EntryCheck.Fault> faults, LocalDate today) {

    /// Where nothing can be chosen there is nothing to fill in.
    SectionedPage.Section section(Offered offered) {
        boolean none = deed == Deed.WITHDRAW && offered.to(Deed.Ask.DELEGATION, typed).isEmpty();
        return none && faults.isEmpty() ? nothing() : form(offered);
    }

    private static SectionedPage.Section nothing() {
        return new SectionedPage.Table(
                "deed",
                "写明",
                "",
                List.of(),
                List.of(),
                Optional.of(new Blank("没有可以收回的委托", "委托了岗位，到期以前在这里收回。", Optional.empty())),
                Optional.empty());
    }

    private SectionedPage.Section form(Offered offered) {
        List<Field> fields = new ArrayList<>();
        for (Deed.Ask ask : deed.asks()) {
            fields.add(field(ask, offered.to(ask, typed)));
        }
        fields.add(
                SectionedPage.day(
                        "day",
                        deed.day(),
                        typed.getOrDefault("day", today.toString()),
                        fault("day")));
        fields.add(field(deed.why(), List.of()));
        return new SectionedPage.Form(
                "deed",
                "写明",
                Prose.EMPTY,
                ReorganizingController.BASE + "/" + deed.address(),
                List.of(),
                fields,
                "看一遍",
                false);
    }

    private Field field(Deed.Ask ask, List<Field.Option> known) {
        String value = typed.getOrDefault(ask.field(), "");
        Field.Control control =
                switch (ask) {
                    case POSTS, BELOW -> new Field.Control.Lines(value);
                    case UNTIL -> new Field.Control.Line(value, "date", "");
                    case DELEGATION -> new Field.Control.Menu(known);
                    case BODY,
                            UNDER,
                            INTO,
                            NAME,
                            KIND,
                            LEVEL,
                            TITLE,
                            PERSON,
                            POST,
                            TO,
                            BASIS,
                            REASON ->
                            new Field.Control.Line(value, "text", "", known);
                };
        return new Field(
                ask.field(),
                ask.label(),
                ask.hint(),
                ask.isRequired(),
                fault(ask.field()),
                control);
    }

    private String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(EntryCheck.Fault::sentence)
                .findFirst()
                .orElse("");
    }
}
