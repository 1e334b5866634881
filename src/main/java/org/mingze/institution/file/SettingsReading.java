package org.mingze.institution.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Institution;
import org.mingze.institution.LocalSetting;
import org.mingze.institution.Parameter;
import org.mingze.institution.expression.Value;
import org.mingze.institution.file.rule.ParameterTypes;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;
import org.mingze.institution.file.words.Lexicon;

/// 读设定 — the values that a county, township or body sets, held against the parameters that they
/// are for.
final class SettingsReading {
    static final Section.Keys SETTINGS = new Section.Keys("设定", Set.of("设定", "项"), Set.of());
    static final Section.Keys ITEM =
            new Section.Keys("设定的项", Set.of("参", "自", "值"), Set.of("机构", "止", "据"));

    private final Findings findings;
    private final List<Institution> institutions;
    private final Set<String> ids;
    private final ParameterTypes types;

    /// @param institutions those of files without any error
    /// @param ids          of all institutions given, sound or not
    SettingsReading(
            Lexicon lexicon, Findings findings, List<Institution> institutions, Set<String> ids) {
        this.findings = findings;
        this.institutions = institutions;
        this.ids = ids;
        this.types = new ParameterTypes(lexicon, findings);
    }

    List<LocalSetting> read(Section file) {
        Optional<String> setter = file.text("设定");
        return file.list("项").stream()
                .flatMap(tree -> Section.of(tree, ITEM, findings).stream())
                .flatMap(item -> setter.flatMap(by -> setting(by, item)).stream())
                .toList();
    }

    private Optional<LocalSetting> setting(String setter, Section item) {
        Optional<LocalDate> from = item.scalar("自").flatMap(day -> Literals.day(day, findings));
        Optional<LocalDate> until = item.scalar("止").flatMap(day -> Literals.day(day, findings));
        if (from.isPresent() && until.filter(end -> end.isBefore(from.get())).isPresent()) {
            findings.add(
                    DiagnosticKind.END_BEFORE_START,
                    item.placeOf("止"),
                    "止" + until.get() + "在自" + from.get() + "之前。");
        }
        Optional<Named> named = item.scalar("参").flatMap(this::named);
        Optional<Parameter> parameter =
                named.flatMap(of -> from.flatMap(day -> parameter(of, day)));
        Optional<Value> value =
                parameter.flatMap(of -> item.get("值").flatMap(tree -> value(tree, of)));
        if (named.isEmpty() || from.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new LocalSetting(
                        setter,
                        named.get().institution(),
                        named.get().parameter(),
                        item.text("机构"),
                        from.get(),
                        until,
                        value.get(),
                        item.text("据").orElse("")));
    }

    private record Named(String institution, String parameter, Tree.Scalar written) {}

    private Optional<Named> named(Tree.Scalar written) {
        int slash = written.text().indexOf('/');
        String id = slash < 0 ? written.text() : written.text().substring(0, slash);
        if (!ids.contains(id)) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_INSTITUTION,
                    written.place(),
                    id,
                    "没有编号为“" + id + "”的制度。",
                    ids);
            return Optional.empty();
        }
        return Optional.of(
                new Named(id, slash < 0 ? "" : written.text().substring(slash + 1), written));
    }

    /// The parameter in the version in force on the day, else in any version.
    private Optional<Parameter> parameter(Named named, LocalDate day) {
        List<Institution> versions =
                institutions.stream().filter(of -> of.id().equals(named.institution())).toList();
        Optional<Institution> version =
                versions.stream()
                        .filter(of -> !of.from().isAfter(day))
                        .reduce((one, other) -> other.from().isAfter(one.from()) ? other : one)
                        .or(() -> versions.stream().findFirst());
        if (version.isEmpty()) {
            return Optional.empty(); // its own file has errors, which have been said
        }
        Parameter parameter = version.get().parameters().get(named.parameter());
        if (parameter == null) {
            findings.addUnknown(
                    DiagnosticKind.UNKNOWN_PARAMETER,
                    named.written().at(named.institution().length() + 1),
                    named.parameter(),
                    "“%s”没有参数“%s”。".formatted(named.institution(), named.parameter()),
                    version.get().parameters().keySet());
            return Optional.empty();
        }
        if (parameter.settableBy().isEmpty()) {
            findings.add(
                    DiagnosticKind.PARAMETER_NOT_SETTABLE,
                    named.written().at(named.institution().length() + 1),
                    "参数“" + named.parameter() + "”不许设定。");
            return Optional.empty();
        }
        return Optional.of(parameter);
    }

    private Optional<Value> value(Tree tree, Parameter parameter) {
        Optional<Value> value = types.value(tree, parameter.type(), parameter.unit());
        if (value.filter(of -> !parameter.isWithinBounds(of)).isPresent()) {
            findings.add(
                    DiagnosticKind.VALUE_OUT_OF_BOUNDS,
                    tree.place(),
                    "“" + parameter.name() + "”的值越过下界或上界。");
            return Optional.empty();
        }
        return value;
    }
}
