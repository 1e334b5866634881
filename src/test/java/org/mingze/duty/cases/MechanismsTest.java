package org.mingze.duty.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.institution.Duty;
import org.mingze.institution.DutyForm;
import org.mingze.institution.Institution;
import org.mingze.institution.Metric;
import org.mingze.institution.Parameter;
import org.mingze.institution.Slot;
import org.mingze.institution.expression.Value;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("机制目录")
class MechanismsTest {
    private static final int ALL = 128;
    private static final int WELL_SOURCED = 54;
    private static final Pattern ASKED =
            Pattern.compile("于 \\S+ (?:知 \\S+ )?(\\S+) .*?= ?([^ 「]+).*");
    private static final Set<String> GOOD = Set.of("已履", "收");
    private static final Set<String> BAD = Set.of("违", "迟履", "拒", "警", "记");

    private final Library library = Library.read(Path.of("institutions"));
    private final List<Mechanism> mechanisms = mechanisms();

    /// 机制 — one entry of the catalogue.
    private record Mechanism(
            int number, String grade, List<String> institutions, List<String> duties) {}

    @Test
    @DisplayName("自一至一百二十八，各一条，依次排列")
    void countsFromOneToAll() {
        assertThat(mechanisms.stream().map(Mechanism::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, ALL).boxed().toList());
        assertThat(mechanisms.stream().map(Mechanism::grade)).isSubsetOf("A", "B", "C", "D");
        assertThat(mechanisms.stream().filter(MechanismsTest::isWellSourced)).hasSize(WELL_SOURCED);
    }

    @Test
    @DisplayName("所写的制度都在制度库里，所写的职责都在这些制度里")
    void namesOnlyWhatTheLibraryHas() {
        List<String> absent = new ArrayList<>();
        for (Mechanism mechanism : mechanisms) {
            Set<String> numbers = new HashSet<>();
            for (String id : mechanism.institutions()) {
                List<Institution> versions = library.versions(id);
                if (versions.isEmpty()) {
                    absent.add(mechanism.number() + " " + id);
                }
                versions.forEach(version -> numbers.addAll(numbers(version)));
            }
            mechanism.duties().stream()
                    .filter(duty -> !numbers.contains(duty))
                    .forEach(duty -> absent.add(mechanism.number() + " " + duty));
        }
        assertThat(absent).isEmpty();
    }

    @Test
    @DisplayName("甲乙两等出处的，都有施行的制度，每一职责既有合乎的例又有违反的例")
    void runsEveryMechanismThatIsWellSourced() {
        Map<String, Set<String>> verdicts = verdicts();
        List<String> missing = new ArrayList<>();
        for (Mechanism mechanism : mechanisms) {
            if (!isWellSourced(mechanism)) {
                continue;
            }
            boolean runs =
                    versions(mechanism)
                            .anyMatch(version -> version.status() == Institution.Status.IN_FORCE);
            if (!runs || mechanism.duties().isEmpty()) {
                missing.add(mechanism.number() + " 没有施行的制度或职责");
            }
            versions(mechanism)
                    .flatMap(
                            version ->
                                    version.duties().stream()
                                            .map(Duty::number)
                                            .filter(mechanism.duties()::contains)
                                            .map(duty -> version.id() + " " + duty))
                    .distinct()
                    .filter(duty -> !isShownBothWays(verdicts.getOrDefault(duty, Set.of())))
                    .forEach(duty -> missing.add(mechanism.number() + " " + duty));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    @DisplayName("丙等出处的数，除“一次”和逐级外，都是待定或许设的参数")
    void leavesTheNumbersOfWeakSourcesOpen() {
        List<String> fixed = new ArrayList<>();
        for (Mechanism mechanism : mechanisms) {
            if (!mechanism.grade().equals("C")) {
                continue;
            }
            versions(mechanism)
                    .forEach(
                            version ->
                                    version.duties().stream()
                                            .filter(
                                                    duty ->
                                                            mechanism
                                                                    .duties()
                                                                    .contains(duty.number()))
                                            .filter(duty -> hasFixedNumber(duty, version))
                                            .forEach(
                                                    duty ->
                                                            fixed.add(
                                                                    mechanism.number()
                                                                            + " "
                                                                            + version.id()
                                                                            + " "
                                                                            + duty.number())));
        }
        assertThat(fixed).isEmpty();
    }

    private static boolean isWellSourced(Mechanism mechanism) {
        return Set.of("A", "B").contains(mechanism.grade());
    }

    private static boolean isShownBothWays(Set<String> verdicts) {
        return verdicts.stream().anyMatch(GOOD::contains)
                && verdicts.stream().anyMatch(BAD::contains);
    }

    private Stream<Institution> versions(Mechanism mechanism) {
        return mechanism.institutions().stream().flatMap(id -> library.versions(id).stream());
    }

    private static Set<String> numbers(Institution version) {
        Set<String> numbers = new HashSet<>();
        version.duties().stream().map(Duty::number).forEach(numbers::add);
        version.metrics().stream().map(Metric::number).forEach(numbers::add);
        version.schemes().forEach(scheme -> numbers.add(scheme.number()));
        return numbers;
    }

    /// What the cases expect of each `id 号`.
    private Map<String, Set<String>> verdicts() {
        Map<String, Set<String>> verdicts = new HashMap<>();
        for (var file : library.cases()) {
            for (Example example : Examples.read(file.name(), file.text())) {
                String id = example.institution().replaceFirst("@.*", "");
                for (Example.Line line : example.then()) {
                    Matcher asked = ASKED.matcher(line.text());
                    if (asked.matches()) {
                        verdicts.computeIfAbsent(id + " " + asked.group(1), _ -> new TreeSet<>())
                                .add(asked.group(2));
                    }
                }
            }
        }
        return verdicts;
    }

    private static boolean hasFixedNumber(Duty duty, Institution version) {
        return slots(duty.form())
                .anyMatch(
                        slot ->
                                switch (slot) {
                                    case Slot.Literal(Value value) ->
                                            !value.equals(Value.Numeric.of(1));
                                    case Slot.Named(String name) ->
                                            !isOpen(
                                                    Optional.ofNullable(
                                                            version.parameters().get(name)));
                                    case Slot.Previous() -> false;
                                });
    }

    private static boolean isOpen(Optional<Parameter> parameter) {
        return parameter
                .filter(
                        known ->
                                !known.settableBy().isEmpty()
                                        || known.values().stream()
                                                .anyMatch(dated -> dated.value().isEmpty()))
                .isPresent();
    }

    /// The numbers and limits that a form goes by; the n-th breach reaching the n-th rung is none.
    private static Stream<Slot> slots(DutyForm form) {
        return switch (form) {
            case DutyForm.Frequency frequency ->
                    Stream.concat(Stream.of(frequency.count()), frequency.spacing().stream());
            case DutyForm.Coverage coverage ->
                    Stream.of(
                                    Optional.of(coverage.count()),
                                    coverage.spacing(),
                                    coverage.enlisted())
                            .flatMap(Optional::stream);
            case DutyForm.Proportion proportion -> Stream.of(proportion.share());
            case DutyForm.Response response ->
                    Stream.concat(Stream.of(response.limit()), response.notBefore().stream());
            case DutyForm.BreachResponse response -> Stream.of(response.limit());
            case DutyForm.ClosedLoop loop -> loop.completeWithin().stream();
            case DutyForm.Escalation ladder ->
                    ladder.rungs().stream()
                            .map(DutyForm.Rung::reached)
                            .filter(DutyForm.Reached.After.class::isInstance)
                            .map(reached -> ((DutyForm.Reached.After) reached).duration());
            case DutyForm.Rota _, DutyForm.Invariant _, DutyForm.Prohibition _ -> Stream.empty();
            case DutyForm.Precedence _, DutyForm.Steps _ -> Stream.empty();
        };
    }

    private static List<Mechanism> mechanisms() {
        try {
            String text =
                    Files.readString(
                            Path.of("institutions/mechanisms.yaml"), StandardCharsets.UTF_8);
            List<?> items = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(text);
            return items.stream().map(item -> mechanism((Map<?, ?>) item)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Mechanism mechanism(Map<?, ?> item) {
        return new Mechanism(
                words(item, "编号").stream().mapToInt(Integer::parseInt).sum(),
                String.join("", words(item, "等级")),
                words(item, "制度"),
                words(item, "职责"));
    }

    private static List<String> words(Map<?, ?> item, String key) {
        return switch (item.get(key)) {
            case List<?> items -> items.stream().map(String::valueOf).toList();
            case null -> List.of();
            case Object word -> List.of(word.toString());
        };
    }
}
