package org.mingze.duty.certificate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mingze.duty.Contribution;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Rejection;
import org.mingze.duty.Standing;
import org.mingze.institution.expression.Rational;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Content;

/// 判定书文本 — the one JSON text of a certificate, written and read.
public final class CertificateText {
    private CertificateText() {}

    public static String write(Certificate certificate) {
        return CanonicalJson.write(content(certificate));
    }

    public static String write(List<Certificate> certificates) {
        return CanonicalJson.write(series(certificates, CertificateText::content));
    }

    /// Reads one certificate or a list of them.
    ///
    /// @throws IllegalArgumentException with a sentence when the text is neither
    public static List<Certificate> read(String text) {
        try {
            Content content = CanonicalJson.read(text);
            return content instanceof Content.Series(List<Content> items)
                    ? items.stream().map(CertificateText::certificate).toList()
                    : List.of(certificate(content));
        } catch (CanonicalJson.Fault | DateTimeException | ArithmeticException unreadable) {
            throw new IllegalArgumentException("判定书读不出：" + unreadable.getMessage(), unreadable);
        }
    }

    private static Content.Group content(Certificate certificate) {
        Fields fields = new Fields();
        fields.put("institution", certificate.key().institution());
        fields.put("duty", certificate.key().duty());
        fields.put("bearer", certificate.key().bearer());
        fields.put("counterpart", certificate.key().counterpart());
        fields.put("occasion", certificate.key().occasion());
        fields.put("at", certificate.at());
        fields.put("known", certificate.known());
        Fields rule = new Fields();
        rule.put("from", certificate.rule().from());
        rule.put("entry", certificate.rule().entry());
        rule.put("digest", certificate.rule().digest());
        fields.put("rule", rule.group());
        fields.put("parameters", series(certificate.parameters(), CertificateText::parameter));
        Fields calendar = new Fields();
        calendar.put("notice", certificate.calendar().notice());
        calendar.put("provisional", certificate.calendar().provisional());
        fields.put("calendar", calendar.group());
        fields.put("organization", certificate.organization());
        fields.put("acts", series(certificate.acts(), CertificateText::act));
        fields.put("due", certificate.deadline().due());
        fields.put("graceEnd", certificate.deadline().graceEnd());
        fields.put("required", certificate.amounts().required());
        fields.put("certain", certificate.amounts().certain());
        fields.put("possible", certificate.amounts().possible());
        fields.put("counted", certificate.counted());
        fields.put("witnesses", series(certificate.witnesses(), CertificateText::witness));
        fields.put("rejected", series(certificate.rejected(), CertificateText::refused));
        fields.put("standing", certificate.standing().word());
        fields.put("note", certificate.note());
        fields.put("sentence", certificate.sentence());
        return fields.group();
    }

    private static Content parameter(Certificate.ParameterRead read) {
        Fields fields = new Fields();
        fields.put("name", read.name());
        fields.put("value", read.value());
        fields.put("entry", read.entry());
        return fields.group();
    }

    private static Content act(Certificate.Act act) {
        Fields fields = new Fields();
        fields.put("entry", act.entry());
        fields.put("kind", act.kind());
        return fields.group();
    }

    private static Content witness(Certificate.Witness witness) {
        Contribution contribution = witness.contribution();
        Fields fields = new Fields();
        fields.put("record", contribution.record());
        fields.put("day", contribution.day());
        fields.put("amount", contribution.amount());
        fields.put("lateDays", contribution.lateDays());
        fields.put("inGrace", contribution.inGrace());
        fields.put("backfilled", contribution.backfilled());
        fields.put("entries", series(witness.entries(), entry -> new Content.Text(entry + "")));
        return fields.group();
    }

    private static Content refused(Certificate.Refused refused) {
        Fields fields = new Fields();
        fields.put("record", refused.rejection().record());
        fields.put("condition", refused.rejection().condition());
        fields.put("read", refused.rejection().read());
        fields.put("unknown", refused.rejection().unknown());
        fields.put("values", series(refused.values(), CertificateText::value));
        return fields.group();
    }

    private static Content value(Certificate.ValueRead read) {
        Fields fields = new Fields();
        fields.put("field", read.field());
        fields.put("entry", read.entry());
        return fields.group();
    }

    private static <T> Content.Series series(List<T> items, Function<T, Content> content) {
        return new Content.Series(items.stream().map(content).toList());
    }

    /// Fields as they are put, each value as text; an absent one is left out.
    private static final class Fields {
        private final Map<String, Content> fields = new LinkedHashMap<>();

        void put(String name, Object value) {
            if (value instanceof Optional<?> optional) {
                optional.ifPresent(present -> put(name, present));
            } else {
                fields.put(
                        name,
                        value instanceof Content content
                                ? content
                                : new Content.Text(value.toString()));
            }
        }

        Content.Group group() {
            return new Content.Group(fields);
        }
    }

    private static Certificate certificate(Content content) {
        Read read = new Read(content);
        Read rule = new Read(read.of("rule"));
        Read calendar = new Read(read.of("calendar"));
        return new Certificate(
                new ObligationKey(
                        read.text("institution"),
                        read.text("duty"),
                        read.text("bearer"),
                        read.maybe("counterpart"),
                        read.text("occasion")),
                read.day("at"),
                read.number("known"),
                new Certificate.Rule(rule.day("from"), rule.number("entry"), rule.text("digest")),
                read.each(
                        "parameters",
                        one ->
                                new Certificate.ParameterRead(
                                        one.text("name"), one.maybe("value"), one.number("entry"))),
                new Certificate.CalendarRead(calendar.text("notice"), calendar.is("provisional")),
                read.number("organization"),
                read.each(
                        "acts", one -> new Certificate.Act(one.number("entry"), one.text("kind"))),
                new Certificate.Deadline(
                        read.maybe("due").map(LocalDate::parse),
                        read.maybe("graceEnd").map(LocalDate::parse)),
                new Certificate.Amounts(
                        read.maybe("required").map(Rational::parse),
                        Rational.parse(read.text("certain")),
                        Rational.parse(read.text("possible"))),
                Math.toIntExact(read.number("counted")),
                read.each("witnesses", CertificateText::witness),
                read.each("rejected", CertificateText::refused),
                read.standing(),
                read.text("note"),
                read.text("sentence"));
    }

    private static Certificate.Witness witness(Read read) {
        List<Long> entries = new ArrayList<>();
        if (read.of("entries") instanceof Content.Series(List<Content> items)) {
            items.forEach(item -> entries.add(Long.parseLong(new Read(item).text())));
        }
        return new Certificate.Witness(
                new Contribution(
                        read.number("record"),
                        read.day("day"),
                        Rational.parse(read.text("amount")),
                        read.number("lateDays"),
                        read.is("inGrace"),
                        read.is("backfilled")),
                entries);
    }

    private static Certificate.Refused refused(Read read) {
        return new Certificate.Refused(
                new Rejection(
                        read.number("record"),
                        read.text("condition"),
                        read.text("read"),
                        read.is("unknown")),
                read.each(
                        "values",
                        one -> new Certificate.ValueRead(one.text("field"), one.number("entry"))));
    }

    /// What stands at one place of the text.
    private record Read(Content content) {
        Content of(String name) {
            return maybeOf(name)
                    .orElseThrow(() -> new IllegalArgumentException("判定书缺“" + name + "”，须补上"));
        }

        private Optional<Content> maybeOf(String name) {
            return content instanceof Content.Group group ? group.get(name) : Optional.empty();
        }

        String text() {
            if (content instanceof Content.Text(String text)) {
                return text;
            }
            throw new IllegalArgumentException("判定书里应是文本的地方不是文本");
        }

        String text(String name) {
            return new Read(of(name)).text();
        }

        Optional<String> maybe(String name) {
            return maybeOf(name).map(found -> new Read(found).text());
        }

        long number(String name) {
            return Long.parseLong(text(name));
        }

        LocalDate day(String name) {
            return LocalDate.parse(text(name));
        }

        boolean is(String name) {
            return switch (text(name)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("“" + name + "”写true或false");
            };
        }

        Standing standing() {
            String word = text("standing");
            return Arrays.stream(Standing.values())
                    .filter(standing -> standing.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("没有“" + word + "”这种履责情形"));
        }

        <T> List<T> each(String name, Function<Read, T> item) {
            if (of(name) instanceof Content.Series(List<Content> items)) {
                return items.stream().map(one -> item.apply(new Read(one))).toList();
            }
            throw new IllegalArgumentException("“" + name + "”应是一列");
        }
    }
}
