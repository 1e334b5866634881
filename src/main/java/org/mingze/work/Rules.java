package org.mingze.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.institution.Institution;
import org.mingze.institution.Parameter;
import org.mingze.institution.Vocabulary;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;

/// 现行规则 — the institutions enacted, the vocabulary, and the parameter values set by bodies.
public final class Rules {
    private static final String COUNTY = "县";

    private final Vocabulary vocabulary;
    private final Map<String, List<Enactment>> versions = new LinkedHashMap<>();
    private final List<ParameterSetting> settings;

    public Rules(
            Vocabulary vocabulary, List<Enactment> enactments, List<ParameterSetting> settings) {
        this.vocabulary = vocabulary;
        this.settings = List.copyOf(settings);
        for (Enactment enactment : enactments) {
            versions.computeIfAbsent(enactment.institution().id(), _ -> new ArrayList<>())
                    .add(enactment);
        }
        versions.values()
                .forEach(
                        list ->
                                list.sort(
                                        Comparator.comparing(
                                                enacted -> enacted.institution().from())));
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public List<ParameterSetting> settings() {
        return settings;
    }

    /// The ids of all institutions that were ever enacted, in the order of their first enactment.
    public List<String> institutions() {
        return List.copyOf(versions.keySet());
    }

    public List<Enactment> versions(String institution) {
        return List.copyOf(versions.getOrDefault(institution, List.of()));
    }

    /// The words of its versions that are in force; of the cases of an institution, what is run.
    public List<String> textsInForce(String institution) {
        return versions.getOrDefault(institution, List.of()).stream()
                .filter(Enactment::isInForce)
                .map(version -> version.institution().text())
                .toList();
    }

    /// The version that binds on a day: of those that cover it, the one in force from the latest
    /// day.
    public Optional<Enactment> inForce(String institution, LocalDate day) {
        return versions.getOrDefault(institution, List.of()).stream()
                .filter(enacted -> enacted.reaches(day))
                .reduce((_, later) -> later)
                .filter(Enactment::isInForce);
    }

    /// What the act was that entered a version: 施行, 暂停, or 恢复 of the words before a 暂停.
    public String deed(Enactment enactment) {
        Institution institution = enactment.institution();
        List<Enactment> all = versions(institution.id());
        int place = all.indexOf(enactment);
        boolean resumes =
                place > 0
                        && enactment.isInForce()
                        && !all.get(place - 1).isInForce()
                        && all.get(place - 1).institution().saysTheSameAs(institution);
        return resumes ? "恢复" : institution.status().word();
    }

    /// The version of a 暂停 that holds on a day, in which an institution binds nobody.
    public Optional<Enactment> suspended(String institution, LocalDate day) {
        return versions.getOrDefault(institution, List.of()).stream()
                .filter(enacted -> enacted.reaches(day))
                .reduce((_, later) -> later)
                .filter(enacted -> enacted.institution().status() == Institution.Status.SUSPENDED);
    }

    /// The version under which something that fell due on `due` is owed: one recorded only after
    /// that day takes nothing from the version before it.
    public Optional<Enactment> inForce(String institution, LocalDate day, LocalDate due) {
        return versions.getOrDefault(institution, List.of()).stream()
                .filter(enacted -> enacted.reaches(day) && !due.isBefore(enacted.knownOn()))
                .reduce((_, later) -> later)
                .filter(Enactment::isInForce);
    }

    /// Other versions of the same institution that begin on the same day and bind as well, as far
    /// as they were known on the due day.
    public List<Enactment> rivals(Enactment enactment, LocalDate day, LocalDate due) {
        return versions.getOrDefault(enactment.institution().id(), List.of()).stream()
                .filter(other -> other.entryNumber() != enactment.entryNumber())
                .filter(other -> other.institution().from().equals(enactment.institution().from()))
                .filter(other -> other.covers(day) && !due.isBefore(other.knownOn()))
                .toList();
    }

    /// 抵触 — institutions in force on a day that exclude this one, or that it excludes, as far as
    /// they were known on the due day.
    public List<Enactment> opposed(Enactment enactment, LocalDate day, LocalDate due) {
        Institution own = enactment.institution();
        return versions.keySet().stream()
                .filter(id -> !id.equals(own.id()))
                .flatMap(id -> inForce(id, day, due).stream())
                .filter(
                        other ->
                                own.excludes().contains(other.institution().id())
                                        || other.institution().excludes().contains(own.id()))
                .toList();
    }

    /// A parameter's value for a body on a day: the nearest setting from the body upwards that the
    /// parameter allows, else the institution's own value; empty while it is open.
    public Optional<Value> parameter(
            Institution institution,
            String name,
            Optional<String> body,
            Organization organization,
            LocalDate day) {
        Optional<Value> set =
                settingOf(institution, name, body, organization, day).map(ParameterSetting::value);
        return set.isPresent()
                ? set
                : Optional.ofNullable(institution.parameters().get(name))
                        .flatMap(parameter -> parameter.on(day));
    }

    /// The setting from which a body has a parameter's value on a day; empty where the
    /// institution's own holds.
    public Optional<ParameterSetting> settingOf(
            Institution institution,
            String name,
            Optional<String> body,
            Organization organization,
            LocalDate day) {
        Optional<Parameter> declared = Optional.ofNullable(institution.parameters().get(name));
        Optional<String> at = body;
        while (at.isPresent()) {
            Optional<String> level = organization.body(at.get(), day).flatMap(Body::level);
            boolean own = at.equals(body);
            Optional<ParameterSetting> set =
                    declared.filter(parameter -> parameter.maySet(level, own)).isPresent()
                            ? setting(institution.id(), name, at, day)
                            : Optional.empty();
            if (set.isPresent()) {
                return set;
            }
            at = organization.superior(at.get(), day).map(Body::code);
        }
        return declared.filter(parameter -> parameter.maySet(Optional.of(COUNTY), false))
                .flatMap(_ -> setting(institution.id(), name, Optional.empty(), day));
    }

    private Optional<ParameterSetting> setting(
            String institution, String name, Optional<String> body, LocalDate day) {
        return settings.stream()
                .filter(
                        setting ->
                                setting.institution().equals(institution)
                                        && setting.parameter().equals(name)
                                        && setting.body().equals(body)
                                        && setting.covers(day))
                .reduce((_, later) -> later);
    }
}
