package org.mingze.duty.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingze.institution.Duty;
import org.mingze.institution.Institution;
import org.mingze.work.Enactment;
import org.mingze.work.Rules;

/// What a draft touches: duties whose words or numbers differ, and everything that looks at what
/// else it changes.
final class Touched {
    private final String institution;
    private final Set<String> duties;
    private final boolean everything;

    private Touched(String institution, Set<String> duties, boolean everything) {
        this.institution = institution;
        this.duties = duties;
        this.everything = everything;
    }

    static Touched by(String institution, Rules before, Rules after) {
        boolean everything =
                !frames(before, institution, Touched::beyond)
                        .equals(frames(after, institution, Touched::beyond));
        boolean whole =
                !frames(before, institution, Touched::frame)
                        .equals(frames(after, institution, Touched::frame));
        Set<String> duties = new TreeSet<>();
        for (String number : numbers(before, after, institution)) {
            if (whole
                    || !words(before, institution, number)
                            .equals(words(after, institution, number))) {
                duties.add(number);
            }
        }
        climb(duties, before, institution);
        climb(duties, after, institution);
        return new Touched(institution, duties, everything);
    }

    boolean includes(Enactment version, Duty duty) {
        return everything
                || (version.institution().id().equals(institution)
                        && duties.contains(duty.number()));
    }

    /// Whether a duty must be known to judge what is touched: itself, or the foot of a ladder.
    boolean needs(Enactment version, Duty duty) {
        return includes(version, duty)
                || (version.institution().id().equals(institution)
                        && version.institution().duties().stream()
                                .filter(other -> includes(version, other))
                                .anyMatch(other -> restsOn(version, other, duty.number())));
    }

    /// Whether one duty arises from breaches of another, at whatever remove.
    private static boolean restsOn(Enactment version, Duty duty, String number) {
        Optional<String> cause = duty.form().cause();
        return cause.isPresent()
                && (cause.get().equals(number)
                        || version.institution()
                                .duty(cause.get())
                                .filter(below -> restsOn(version, below, number))
                                .isPresent());
    }

    List<String> duties() {
        return List.copyOf(duties);
    }

    boolean isEverything() {
        return everything;
    }

    boolean isNothing() {
        return !everything && duties.isEmpty();
    }

    private static Set<String> numbers(Rules before, Rules after, String institution) {
        Set<String> numbers = new TreeSet<>();
        for (Rules rules : List.of(before, after)) {
            rules.versions(institution).stream()
                    .flatMap(version -> version.institution().duties().stream())
                    .map(Duty::number)
                    .forEach(numbers::add);
        }
        return numbers;
    }

    private static List<String> frames(
            Rules rules,
            String institution,
            java.util.function.Function<Institution, String> part) {
        return rules.versions(institution).stream()
                .map(version -> part.apply(version.institution()))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /// What decides whom all its duties bind and what they read.
    private static String frame(Institution institution) {
        return ""
                + institution.from()
                + institution.until()
                + institution.status()
                + new TreeSet<>(institution.levels())
                + new TreeSet<>(institution.bodyKinds())
                + institution.placePattern()
                + institution.definitions()
                + institution.split();
    }

    /// What other institutions look at too: 案卷 and 抵触.
    private static String beyond(Institution institution) {
        return institution.dossiers().isEmpty() && institution.excludes().isEmpty()
                ? ""
                : institution.dossiers() + "" + new TreeSet<>(institution.excludes());
    }

    /// A duty in all its versions, with the numbers that it reads.
    private static List<String> words(Rules rules, String institution, String number) {
        List<String> words = new ArrayList<>();
        for (Enactment version : rules.versions(institution)) {
            Institution of = version.institution();
            of.duty(number)
                    .ifPresent(
                            duty -> {
                                words.add(duty.toString());
                                new TreeSet<>(duty.parameters())
                                        .forEach(
                                                name ->
                                                        words.add(
                                                                name
                                                                        + of.parameters().get(name)
                                                                        + settings(
                                                                                rules,
                                                                                institution,
                                                                                name)));
                            });
        }
        return words;
    }

    private static String settings(Rules rules, String institution, String parameter) {
        return rules.settings().stream()
                .filter(set -> set.institution().equals(institution))
                .filter(set -> set.parameter().equals(parameter))
                .toList()
                .toString();
    }

    /// What arises from breaches is touched by the duty that it arises from.
    private static void climb(Set<String> duties, Rules rules, String institution) {
        Set<String> reached = new HashSet<>();
        for (Enactment version : rules.versions(institution)) {
            for (Duty duty : version.institution().duties()) {
                if (duties.stream().anyMatch(number -> restsOn(version, duty, number))) {
                    reached.add(duty.number());
                }
            }
        }
        duties.addAll(reached);
    }
}
