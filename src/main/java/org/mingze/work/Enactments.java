package org.mingze.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingze.institution.Institution;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.Loaded;
import org.mingze.institution.Parameter;
import org.mingze.institution.ValueReader;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;

/// 立制 — folds 施行, 废止 and 设参 entries into the rules; the files are read again when one changes.
final class Enactments {
    private final List<Entry> enacted = new ArrayList<>();
    private final List<Entry> repealed = new ArrayList<>();
    private final List<Entry> set = new ArrayList<>();
    private Optional<Rules> rules = Optional.empty();

    /// Nothing enacted, and these rules all the same.
    static Enactments assuming(Rules rules) {
        Enactments assumed = new Enactments();
        assumed.rules = Optional.of(rules);
        return assumed;
    }

    void apply(Entry entry) {
        kept(entry.kind()).add(entry);
        List.of(enacted, repealed, set)
                .forEach(acts -> acts.sort(Comparator.comparingLong(Entry::number)));
        rules = Optional.empty();
    }

    private List<Entry> kept(String kind) {
        return switch (kind) {
            case "施行" -> enacted;
            case "废止" -> repealed;
            default -> set;
        };
    }

    /// The acts 施行, 废止 or 设参 that stand.
    List<Entry> of(String kind) {
        return List.copyOf(kept(kind));
    }

    /// Takes a withdrawn act out again.
    Optional<Entry> remove(long number) {
        for (List<Entry> acts : List.of(enacted, repealed, set)) {
            for (Entry act : List.copyOf(acts)) {
                if (act.number() == number) {
                    acts.remove(act);
                    rules = Optional.empty();
                    return Optional.of(act);
                }
            }
        }
        return Optional.empty();
    }

    Rules rules() {
        if (rules.isEmpty()) {
            rules = Optional.of(read());
        }
        return rules.get();
    }

    private Rules read() {
        Loaded loaded = ReadFiles.of(files());
        List<Enactment> enactments = new ArrayList<>();
        for (Institution institution : loaded.institutions()) {
            enacted.stream()
                    .filter(entry -> enacts(entry, institution))
                    .findFirst()
                    .ifPresent(entry -> enactments.add(enactment(institution, entry)));
        }
        return new Rules(loaded.vocabulary(), enactments, settings(loaded.institutions()));
    }

    /// The texts that are enacted, vocabularies among them, in the order of their entries.
    List<InstitutionFiles.SourceFile> files() {
        List<InstitutionFiles.SourceFile> files = new ArrayList<>();
        for (Entry entry : enacted) {
            String name = entry.content().text("编号").orElse("") + "#" + entry.number();
            files.add(new InstitutionFiles.SourceFile(name, entry.content().text("文").orElse("")));
        }
        return files;
    }

    private static boolean enacts(Entry entry, Institution institution) {
        return entry.content().text("编号").equals(Optional.of(institution.id()))
                && entry.content().text("文").equals(Optional.of(institution.text()));
    }

    private Enactment enactment(Institution institution, Entry entry) {
        Optional<LocalDate> repealedFrom =
                repealed.stream()
                        .filter(
                                act ->
                                        act.content()
                                                .text("编号")
                                                .equals(Optional.of(institution.id())))
                        .map(
                                act ->
                                        act.content()
                                                .text("自")
                                                .map(LocalDate::parse)
                                                .orElse(act.occurred().day()))
                        .filter(day -> !day.isBefore(institution.from()))
                        .min(Comparator.naturalOrder());
        return new Enactment(
                institution, entry.number(), ChinaTime.day(entry.recordedAt()), repealedFrom);
    }

    private List<ParameterSetting> settings(List<Institution> institutions) {
        List<ParameterSetting> settings = new ArrayList<>();
        for (Entry entry : set) {
            String institution = entry.content().text("编号").orElse("");
            String name = entry.content().text("参").orElse("");
            institutions.stream()
                    .filter(known -> known.id().equals(institution))
                    .map(known -> Optional.ofNullable(known.parameters().get(name)))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .flatMap(parameter -> setting(entry, institution, parameter))
                    .ifPresent(settings::add);
        }
        return settings;
    }

    private static Optional<ParameterSetting> setting(
            Entry entry, String institution, Parameter parameter) {
        LocalDate from =
                entry.content().text("自").map(LocalDate::parse).orElse(entry.occurred().day());
        Optional<Value> value =
                entry.content().get("值").flatMap(text -> ValueReader.read(parameter.type(), text));
        return value.filter(given -> parameter.isWithinBounds(given))
                .map(
                        given ->
                                new ParameterSetting(
                                        entry.number(),
                                        institution,
                                        parameter.name(),
                                        given,
                                        from,
                                        entry.content().text("止").map(LocalDate::parse),
                                        entry.content().text("机构"),
                                        entry.content().text("据").orElse("")));
    }
}
