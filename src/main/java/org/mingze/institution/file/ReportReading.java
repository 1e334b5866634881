package org.mingze.institution.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.RecordType;
import org.mingze.institution.ReportTemplate;
import org.mingze.institution.ReportTemplate.Cited;
import org.mingze.institution.ReportTemplate.Count;
import org.mingze.institution.ReportTemplate.Horizon;
import org.mingze.institution.ReportTemplate.Piece;
import org.mingze.institution.ReportTemplate.Sentence;
import org.mingze.institution.ReportTemplate.Taken;
import org.mingze.institution.ReportTemplate.Tally;
import org.mingze.institution.Role;
import org.mingze.institution.file.rule.Citation;
import org.mingze.institution.file.rule.DutyReading;
import org.mingze.institution.file.rule.RuleReading;
import org.mingze.institution.file.rule.Setting;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Position;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读述职 — `述职: {号, 名, 谁, 板块: [{题, 必, 至少, 取, 期, 句: […]}]}`, or a list of these.
///
/// No sentence may write a number: every number is a place that the records fill.
final class ReportReading {
    static final Section.Keys TEMPLATE =
            new Section.Keys("述职", Set.of("板块"), Set.of("号", "名", "谁"));
    static final Section.Keys CLAUSE =
            new Section.Keys("板块", Set.of("题"), Set.of("必", "至少", "取", "期", "句"));
    static final Section.Keys SENTENCE =
            new Section.Keys("句", Set.of(), Set.of("目", "当", "文", "列", "自写"));
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern CITED =
            Pattern.compile(
                    "(?:(?<id>[a-z0-9.]+)/)?(?<number>[\\p{IsHan}\\w]+(?:\\.[\\p{IsHan}\\w]+)*)");
    private static final Pattern DIGITS = Pattern.compile("[0-9０-９]+");
    private static final String PLACES =
            Arrays.stream(Tally.values()).map(Tally::word).collect(Collectors.joining());

    private static final String UNNAMED = "述职";
    private static final Role ANY_POST =
            new Role("岗位", Optional.of(Set.of()), Set.of(), Set.of(), Optional.empty());

    private final RuleReading rule;
    private final TakenReading taking;
    private final Findings findings;
    private final Set<String> numbers;
    private final List<Citation> citations;
    private Map<String, RecordType.Field> fields = Map.of();

    ReportReading(Setting setting, Set<String> numbers) {
        this.rule = new RuleReading(setting);
        this.taking = new TakenReading(setting);
        this.findings = setting.findings;
        this.numbers = numbers;
        this.citations = setting.citations;
    }

    Optional<ReportTemplate> template(Tree tree) {
        Optional<Section> written = Section.of(tree, TEMPLATE, findings);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> number =
                written.get().has("号")
                        ? written.get()
                                .scalar("号")
                                .flatMap(word -> DutyReading.number(word, numbers, findings))
                        : Optional.of(UNNAMED);
        Optional<Role> role =
                written.get().has("谁")
                        ? written.get().get("谁").flatMap(rule::role)
                        : Optional.of(ANY_POST);
        List<ReportTemplate.Clause> clauses =
                written.get().list("板块").stream().flatMap(item -> clause(item).stream()).toList();
        if (number.isEmpty() || role.isEmpty()) {
            return Optional.empty();
        }
        String name = written.get().text("名").orElse(number.get());
        return Optional.of(new ReportTemplate(number.get(), name, role.get(), clauses));
    }

    private Optional<ReportTemplate.Clause> clause(Tree tree) {
        Optional<Section> written = Section.of(tree, CLAUSE, findings);
        Optional<String> title = written.flatMap(of -> of.text("题"));
        if (title.isEmpty()) {
            return Optional.empty();
        }
        Section of = written.get();
        boolean mandatory =
                of.scalar("必")
                        .flatMap(word -> word(word, List.of("是", "否"), Function.identity()))
                        .filter("是"::equals)
                        .isPresent();
        int least = of.scalar("至少").flatMap(this::whole).orElse(mandatory ? 1 : 0);
        Horizon horizon =
                of.scalar("期")
                        .flatMap(word -> word(word, List.of(Horizon.values()), Horizon::word))
                        .orElse(Horizon.CURRENT);
        List<Taken> taken = taking.read(of);
        fields = taking.fields(taken);
        List<Sentence> sentences =
                of.items("句").stream().flatMap(item -> sentence(item).stream()).toList();
        return Optional.of(
                new ReportTemplate.Clause(
                        title.get(), mandatory, least, horizon, taken, sentences));
    }

    private Optional<Integer> whole(Tree.Scalar scalar) {
        if (!scalar.text().matches("\\d{1,4}")) {
            findings.add(DiagnosticKind.BAD_NUMBER, scalar.place(), "至少要一个整数。");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(scalar.text()));
    }

    private Optional<Sentence> sentence(Tree tree) {
        if (tree instanceof Tree.Scalar) {
            return Section.scalar(tree, findings)
                    .map(
                            text ->
                                    new Sentence.Said(
                                            Optional.empty(), Optional.empty(), pieces(text)));
        }
        Optional<Section> written = Section.of(tree, SENTENCE, findings);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Section of = written.get();
        if (List.of("文", "列", "自写").stream().filter(of::has).count() != 1) {
            findings.add(DiagnosticKind.MISSING_KEY, of.place(), "“句”要写 文、列、自写 其一。");
            return Optional.empty();
        }
        Optional<String> heading = of.text("目");
        if (of.has("列")) {
            return Optional.of(new Sentence.Listed(heading, tallies(of)));
        }
        if (of.has("自写")) {
            return of.text("自写").map(hint -> new Sentence.Own(heading, hint));
        }
        Optional<Count> when = of.scalar("当").flatMap(word -> count(word.text(), word.place()));
        return of.scalar("文").map(text -> new Sentence.Said(heading, when, pieces(text)));
    }

    private Set<Tally> tallies(Section of) {
        Set<Tally> tallies = new LinkedHashSet<>();
        of.words("列")
                .forEach(
                        word ->
                                word(word, List.of(Tally.values()), Tally::word)
                                        .ifPresent(tallies::add));
        return tallies;
    }

    private <T> Optional<T> word(Tree.Scalar scalar, List<T> choices, Function<T, String> word) {
        return Literals.word(scalar, choices, word, findings);
    }

    private List<Piece> pieces(Tree.Scalar scalar) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PLACE.matcher(scalar.text());
        int end = 0;
        while (matcher.find()) {
            words(scalar, end, matcher.start()).ifPresent(pieces::add);
            piece(matcher.group(1), scalar.at(matcher.start(1))).ifPresent(pieces::add);
            end = matcher.end();
        }
        words(scalar, end, scalar.text().length()).ifPresent(pieces::add);
        return pieces;
    }

    private Optional<Piece> words(Tree.Scalar scalar, int from, int to) {
        String text = scalar.text().substring(from, to);
        Matcher digits = DIGITS.matcher(text);
        if (digits.find()) {
            findings.add(
                    DiagnosticKind.WRITTEN_NUMBER,
                    scalar.at(from + digits.start()),
                    "句里直接写了“" + digits.group() + "”。");
        }
        int brace = Math.max(text.indexOf('{'), text.indexOf('}'));
        if (brace >= 0) {
            findings.add(DiagnosticKind.BAD_PLACE, scalar.at(from + brace), "花括号没有成对。");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(new ReportTemplate.Words(text));
    }

    private Optional<Piece> piece(String text, Position place) {
        Optional<Piece> name =
                Arrays.stream(ReportTemplate.Name.values())
                        .filter(known -> known.word().equals(text.strip()))
                        .map(known -> (Piece) known)
                        .findFirst();
        if (name.isPresent()) {
            return name;
        }
        boolean field = fields.containsKey(text.strip()) && !numbers.contains(text.strip());
        return field
                ? taking.field(text.strip(), place, fields).map(of -> of)
                : count(text, place).map(count -> count);
    }

    private Optional<Count> count(String text, Position place) {
        String written = text.strip().replace('：', ':');
        Optional<Tally> tally =
                Arrays.stream(Tally.values())
                        .filter(known -> written.matches(known.word() + "(:.*)?"))
                        .findFirst();
        if (tally.isPresent() && written.length() == 1) {
            return Optional.of(new Count.OfDuties(tally.get(), Optional.empty()));
        }
        String number = tally.isPresent() ? written.substring(2).strip() : written;
        Matcher matcher = CITED.matcher(number);
        if (!matcher.matches()) {
            findings.add(
                    DiagnosticKind.BAD_PLACE, place, "“{" + text + "}”写得不对；可计的是 " + PLACES + "。");
            return Optional.empty();
        }
        Cited cited = new Cited(Optional.ofNullable(matcher.group("id")), matcher.group("number"));
        Citation.Names names = tally.isPresent() ? Citation.Names.DUTY : Citation.Names.METRIC;
        citations.add(new Citation(cited, names, place));
        return Optional.of(
                tally.isPresent()
                        ? new Count.OfDuties(tally.get(), Optional.of(cited))
                        : new Count.OfMetric(cited));
    }
}
