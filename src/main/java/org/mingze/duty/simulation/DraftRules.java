package org.mingze.duty.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.calendar.Span;
import org.mingze.institution.Diagnostic;
import org.mingze.institution.Institution;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.Loaded;
import org.mingze.institution.Parameter;
import org.mingze.institution.Vocabulary;
import org.mingze.institution.expression.Rational;
import org.mingze.institution.expression.Value;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;
import org.mingze.work.ParameterSetting;
import org.mingze.work.Rules;

/// 草案之制 — a draft laid over the enacted rules: it takes the place of every version of its
/// institution, on the days on which that version binds; a new institution binds throughout.
public final class DraftRules {
    private static final Pattern ID = Pattern.compile("(?m)^编号:\\s*([a-z0-9.]+)");
    private static final int EARLIER_DAYS = 7;

    private final Institution draft;
    private final Vocabulary vocabulary;
    private final Rules enacted;

    private DraftRules(Institution draft, Vocabulary vocabulary, Rules enacted) {
        this.draft = draft;
        this.vocabulary = vocabulary;
        this.enacted = enacted;
    }

    /// Either a draft that can be laid over the rules, or why not.
    public sealed interface Read {
        record Sound(DraftRules draft) implements Read {}

        record Faulty(List<Diagnostic> diagnostics) implements Read {
            public Faulty {
                diagnostics = List.copyOf(diagnostics);
            }
        }
    }

    /// Reads a draft with the vocabularies that are enacted.
    public static Read read(Knowledge known, InstitutionFiles.SourceFile file) {
        Matcher named = ID.matcher(file.text());
        String id = named.find() ? named.group(1) : "";
        List<InstitutionFiles.SourceFile> files = new ArrayList<>();
        for (InstitutionFiles.SourceFile enacted : known.enactedTexts()) {
            Matcher other = ID.matcher(enacted.text());
            if (!other.find() || !other.group(1).equals(id)) {
                files.add(enacted);
            }
        }
        files.add(file);
        Loaded loaded = InstitutionFiles.read(files);
        Optional<Institution> draft =
                loaded.institutions().stream()
                        .filter(institution -> institution.text().equals(file.text()))
                        .findFirst();
        List<Diagnostic> own =
                loaded.diagnostics().stream()
                        .filter(found -> found.file().equals(file.name()))
                        .toList();
        return draft.isEmpty() || !own.isEmpty()
                ? new Read.Faulty(own.isEmpty() ? loaded.diagnostics() : own)
                : new Read.Sound(new DraftRules(draft.get(), loaded.vocabulary(), known.rules()));
    }

    public Institution draft() {
        return draft;
    }

    /// The rules with the draft in its place.
    Rules over(LocalDate from) {
        return new Rules(vocabulary, enactments(from), enacted.settings());
    }

    private List<Enactment> enactments(LocalDate from) {
        List<Enactment> all = new ArrayList<>();
        for (String id : enacted.institutions()) {
            for (Enactment version : enacted.versions(id)) {
                all.add(id.equals(draft.id()) ? inPlaceOf(version) : version);
            }
        }
        if (enacted.versions(draft.id()).isEmpty()) {
            LocalDate first = from.withDayOfYear(1).minusDays(EARLIER_DAYS);
            all.add(new Enactment(placed(first, Optional.empty()), 0, first, Optional.empty()));
        }
        return all;
    }

    private Enactment inPlaceOf(Enactment version) {
        Institution old = version.institution();
        Institution placed = placed(old.from(), old.until());
        return old.status() == Institution.Status.IN_FORCE
                ? new Enactment(
                        placed, version.entryNumber(), version.knownOn(), version.repealedFrom())
                : version;
    }

    /// The draft in force on other days; the numbers that begin with it begin with them.
    private Institution placed(LocalDate from, Optional<LocalDate> until) {
        Map<String, Parameter> numbers = new LinkedHashMap<>();
        draft.parameters().forEach((name, number) -> numbers.put(name, number(number, from)));
        return draft.inForce(from, until).with(numbers);
    }

    private Parameter number(Parameter number, LocalDate from) {
        List<Parameter.Dated> values =
                number.values().stream()
                        .map(
                                dated ->
                                        dated.from().equals(draft.from())
                                                ? new Parameter.Dated(
                                                        earlier(from), dated.value(), dated.basis())
                                                : dated)
                        .toList();
        return number.with(values);
    }

    private LocalDate earlier(LocalDate from) {
        return from.isBefore(draft.from()) ? from : draft.from();
    }

    /// The same draft with one number changed by so many, and every setting of that number.
    ///
    /// @throws IllegalArgumentException with a sentence if there is no such number
    DraftRules varied(String parameter, int by) {
        Parameter number = draft.parameters().get(parameter);
        if (number == null) {
            throw new IllegalArgumentException(
                    "草案没有参数“" + parameter + "”，有：" + String.join("、", draft.parameters().keySet()));
        }
        List<Parameter.Dated> values =
                number.values().stream()
                        .map(
                                dated ->
                                        new Parameter.Dated(
                                                dated.from(),
                                                dated.value().map(value -> plus(value, by)),
                                                dated.basis()))
                        .toList();
        Map<String, Parameter> numbers = new LinkedHashMap<>(draft.parameters());
        numbers.put(parameter, number.with(values));
        List<ParameterSetting> settings =
                enacted.settings().stream().map(set -> plus(set, parameter, by)).toList();
        List<Enactment> versions =
                enacted.institutions().stream()
                        .flatMap(id -> enacted.versions(id).stream())
                        .toList();
        return new DraftRules(
                draft.with(numbers),
                vocabulary,
                new Rules(enacted.vocabulary(), versions, settings));
    }

    private ParameterSetting plus(ParameterSetting set, String parameter, int by) {
        boolean meant = set.institution().equals(draft.id()) && set.parameter().equals(parameter);
        return meant
                ? new ParameterSetting(
                        set.entryNumber(),
                        set.institution(),
                        set.parameter(),
                        plus(set.value(), by),
                        set.from(),
                        set.until(),
                        set.body(),
                        set.basis())
                : set;
    }

    /// A number, an amount or a span that is larger by so many of its unit.
    private static Value plus(Value value, int by) {
        return switch (value) {
            case Value.Numeric(Rational number) -> new Value.Numeric(number.plus(Rational.of(by)));
            case Value.Money(Rational yuan) -> new Value.Money(yuan.plus(Rational.of(by)));
            case Value.Duration(Span span) ->
                    new Value.Duration(new Span(span.amount() + by, span.unit()));
            case Value other -> other;
        };
    }

    /// What the number is, as the draft and the settings say on a day.
    String value(String parameter, LocalDate day) {
        return enacted.settings().stream()
                .filter(set -> set.institution().equals(draft.id()))
                .filter(set -> set.parameter().equals(parameter))
                .reduce((_, later) -> later)
                .map(ParameterSetting::value)
                .or(
                        () ->
                                Optional.ofNullable(draft.parameters().get(parameter))
                                        .flatMap(number -> number.on(day)))
                .map(DraftRules::text)
                .orElse("待定");
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Numeric(Rational number) -> number.toString();
            case Value.Money(Rational yuan) -> yuan + "元";
            case Value.Duration(Span span) -> span.toString();
            case Value other -> other.toString();
        };
    }
}
