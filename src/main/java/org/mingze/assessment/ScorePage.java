package org.mingze.assessment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Refusal;

/// 得分页 — every point of one subject, what it rests on, and what would change it; points given by
/// hand and appeals stand below with their reasons.
///
/// @param address of the page, below which its forms are sent
/// @param period  as an address writes it
/// @param faults  what no field bears
/// @param refusal said to a form that was changed after it had entered
public record ScorePage(
        Heading heading,
        String address,
        String period,
        List<Item> items,
        String remains,
        Optional<Entries> manual,
        Entries appeals,
        List<String> faults,
        Optional<Refusal> refusal) {
    /// 得分一项.
    ///
    /// @param points or 算不出
    /// @param before of the period before; empty for none
    /// @param formula the expression that reckons it; empty for none
    /// @param change what would change it
    /// @param open   the duties of it that are not due yet
    /// @param amongTitle what is said of those
    /// @param among  whom the expression found something for, while points are missing
    public record Item(
            String name,
            String points,
            String full,
            boolean lacking,
            String before,
            List<String> why,
            String formula,
            Optional<Link> records,
            String change,
            Optional<Link> duties,
            Optional<Link> open,
            String amongTitle,
            List<Link> among) {
        public Item {
            among = List.copyOf(among);
            why = List.copyOf(why);
        }
    }

    /// 入账的几笔 — what was entered, newest last, and the form to enter one more.
    ///
    /// @param waiting why no more is entered for now; empty for none
    public record Entries(List<Entered> lines, String blank, Optional<Form> form, String waiting) {
        public Entries {
            lines = List.copyOf(lines);
        }
    }

    /// 一笔 — what somebody entered, why, and who signed.
    ///
    /// @param answers what was answered to it
    public record Entered(
            String id,
            String what,
            String reason,
            String signed,
            List<Entered> answers,
            Optional<Form> form) {
        public Entered {
            answers = List.copyOf(answers);
        }
    }

    /// 填写 — a form of the page.
    ///
    /// @param part what it is sent to below the page's address
    /// @param key  makes a second send harmless
    public record Form(String part, String key, String button, List<Field> fields, String of) {
        public Form {
            fields = List.copyOf(fields);
        }
    }

    public ScorePage {
        items = List.copyOf(items);
        faults = List.copyOf(faults);
    }

    /// Where a form is sent.
    public String part(Form form) {
        return address + "/" + form.part();
    }

    public boolean isFaulty() {
        return !faults.isEmpty() || !faulty().isEmpty();
    }

    /// Fields of any form that bear a fault.
    public List<Field> faulty() {
        Stream<Form> forms =
                Stream.concat(
                        Stream.concat(
                                manual.stream().flatMap(entries -> entries.form().stream()),
                                appeals.form().stream()),
                        appeals.lines().stream().flatMap(entered -> entered.form().stream()));
        return forms.flatMap(form -> form.fields().stream()).filter(Field::hasFault).toList();
    }
}
