package org.mingze.institution.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.Diagnostic;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Institution;
import org.mingze.institution.InstitutionFiles.SourceFile;
import org.mingze.institution.Loaded;
import org.mingze.institution.LocalSetting;
import org.mingze.institution.Vocabulary;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Position;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;
import org.mingze.institution.file.tree.TreeReading;
import org.mingze.institution.file.words.ChoiceReading;
import org.mingze.institution.file.words.Lexicon;
import org.mingze.institution.file.words.RecordTypeReading;
import org.mingze.institution.file.words.RoleReading;

/// 读文件 — reads a set of files together: words first, then types, then rules.
public final class ReadingFiles {
    static final Section.Keys VOCABULARY =
            new Section.Keys("词汇", Set.of("词汇", "编号", "施行"), Set.of("选项", "角色", "记录", "内置"));
    static final Section.Keys INSTITUTION =
            new Section.Keys(
                    "制度",
                    Set.of("制度", "编号", "施行", "出处", "职责"),
                    Set.of("用", "适用", "选项", "角色", "记录", "参数", "定义", "案卷", "指标", "考核", "述职", "抵触"));

    private final Lexicon lexicon = new Lexicon();
    private final List<Source> vocabularies = new ArrayList<>();
    private final List<Source> institutions = new ArrayList<>();
    private final List<Findings> findings = new ArrayList<>();

    private final List<Source> settings = new ArrayList<>();
    private final boolean whole;

    private ReadingFiles(boolean whole) {
        this.whole = whole;
    }

    /// One file as far as it is known.
    private record Source(
            SourceFile file, Findings findings, Section section, Optional<Heading> heading) {}

    public static Loaded read(Iterable<SourceFile> files) {
        return new ReadingFiles(false).all(files);
    }

    /// Reads a whole library, in which every institution that another names must be found.
    public static Loaded readLibrary(Iterable<SourceFile> files) {
        return new ReadingFiles(true).all(files);
    }

    private Loaded all(Iterable<SourceFile> files) {
        files.forEach(this::take);
        return loaded();
    }

    /// A diagnostic for a file whose text cannot be had.
    public static Diagnostic unreadable(String file, DiagnosticKind kind) {
        Findings findings = new Findings(file, "");
        findings.add(kind, Position.START, kind.title() + "。");
        return findings.all().getFirst();
    }

    private void take(SourceFile file) {
        Findings found = new Findings(file.name(), file.text());
        findings.add(found);
        Optional<Tree> tree = TreeReading.read(file.text(), found);
        if (tree.isEmpty()) {
            return;
        }
        Set<String> keys = new LinkedHashSet<>();
        if (tree.get() instanceof Tree.Mapping mapping) {
            mapping.pairs().forEach(pair -> keys.add(pair.key().text()));
        }
        if (keys.contains("词汇")) {
            take(file, found, tree.get(), VOCABULARY, "词汇", vocabularies);
        } else if (keys.contains("制度")) {
            take(file, found, tree.get(), INSTITUTION, "制度", institutions);
        } else if (keys.contains("设定")) {
            Section.of(tree.get(), SettingsReading.SETTINGS, found)
                    .map(section -> new Source(file, found, section, Optional.empty()))
                    .ifPresent(settings::add);
        } else {
            found.add(DiagnosticKind.UNKNOWN_FILE_KIND, tree.get().place(), "看不出此文件是制度、词汇还是设定。");
        }
    }

    private static void take(
            SourceFile file,
            Findings found,
            Tree tree,
            Section.Keys keys,
            String titleKey,
            List<Source> sources) {
        Section.of(tree, keys, found)
                .ifPresent(
                        section ->
                                sources.add(
                                        new Source(
                                                file,
                                                found,
                                                section,
                                                Heading.read(section, titleKey, found))));
    }

    private Loaded loaded() {
        refuseTwins(vocabularies, DiagnosticKind.VOCABULARY_TWICE);
        refuseTwins(institutions, DiagnosticKind.INSTITUTION_TWICE);
        List<Source> words = latest(vocabularies);
        readChoices(words);
        List<Source> all = new ArrayList<>(words);
        all.addAll(institutions);
        all.forEach(this::declareTypes);
        words.forEach(
                source -> new RoleReading(lexicon, source.findings()).declare(source.section()));
        all.forEach(source -> readTypes(source, false));
        all.forEach(source -> readTypes(source, true));
        List<Institution> read = readRules();
        List<LocalSetting> set = readSettings(read);
        List<Diagnostic> diagnostics =
                findings.stream().flatMap(found -> found.all().stream()).toList();
        return new Loaded(vocabulary(words), read, set, diagnostics);
    }

    private List<LocalSetting> readSettings(List<Institution> read) {
        Set<String> ids = ids();
        return settings.stream()
                .flatMap(
                        source ->
                                new SettingsReading(lexicon, source.findings(), read, ids)
                                        .read(source.section()).stream())
                .toList();
    }

    private Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        institutions.forEach(source -> ids.add(id(source)));
        return ids;
    }

    /// 抵触 names other institutions, which a whole library must hold.
    private void checkExcluded(Source source) {
        Set<String> ids = ids();
        for (Tree.Scalar word : source.section().words("抵触")) {
            if (word.text().equals(id(source))) {
                source.findings().add(DiagnosticKind.EXCLUDES_ITSELF, word.place(), "“抵触”里写了本制度。");
            } else if (whole && !ids.contains(word.text())) {
                source.findings()
                        .addUnknown(
                                DiagnosticKind.UNKNOWN_INSTITUTION,
                                word,
                                "没有编号为“" + word.text() + "”的制度。",
                                ids);
            }
        }
    }

    private static void refuseTwins(List<Source> sources, DiagnosticKind kind) {
        Map<String, String> seen = new HashMap<>();
        for (Source source : sources) {
            source.heading()
                    .ifPresent(
                            heading -> {
                                String other =
                                        seen.putIfAbsent(
                                                heading.id() + "@" + heading.from(),
                                                source.file().name());
                                if (other != null) {
                                    source.findings()
                                            .add(
                                                    kind,
                                                    heading.idPlace(),
                                                    "“%s”自%s的版本在%s里已有。"
                                                            .formatted(
                                                                    heading.id(),
                                                                    heading.from(),
                                                                    other));
                                }
                            });
        }
    }

    /// The last version of each vocabulary, in order of id.
    private static List<Source> latest(List<Source> sources) {
        Map<String, Source> latest = new LinkedHashMap<>();
        sources.stream()
                .filter(source -> source.heading().isPresent())
                .sorted(Comparator.comparing(ReadingFiles::from))
                .forEach(source -> latest.put(id(source), source));
        return List.copyOf(latest.values());
    }

    private static LocalDate from(Source source) {
        return source.heading().map(Heading::from).orElse(LocalDate.EPOCH);
    }

    private static String id(Source source) {
        return source.heading().map(Heading::id).orElse("");
    }

    private void readChoices(List<Source> words) {
        ChoiceReading reading = new ChoiceReading(lexicon);
        words.forEach(source -> reading.declare(source.section(), source.findings()));
        ChoiceReading.Shared shared = reading.shared();
        institutions.forEach(source -> shared.extend(source.section(), source.findings()));
    }

    private static List<Tree.Pair> types(Source source) {
        List<Tree.Pair> types = new ArrayList<>(source.section().entries("记录"));
        types.addAll(source.section().entries("内置"));
        return types;
    }

    private void declareTypes(Source source) {
        for (Tree.Pair pair : types(source)) {
            if (!RecordTypeReading.isAddition(pair.value())) {
                lexicon.declaredTypes.add(pair.key().text());
            }
        }
        source.section().entries("内置").forEach(pair -> lexicon.engineMade.add(pair.key().text()));
    }

    private void readTypes(Source source, boolean additions) {
        RecordTypeReading reading = new RecordTypeReading(lexicon, source.findings());
        types(source).stream()
                .filter(pair -> RecordTypeReading.isAddition(pair.value()) == additions)
                .forEach(reading::declare);
    }

    /// Institutions of files without any error: only these are given out.
    private List<Institution> readRules() {
        List<InstitutionReading.Outcome> rules =
                institutions.stream()
                        .flatMap(source -> readRules(source).stream())
                        .filter(InstitutionReading.Outcome::isSound)
                        .toList();
        List<Institution> all =
                rules.stream().map(InstitutionReading.Outcome::institution).toList();
        for (InstitutionReading.Outcome read : rules) {
            read.citations()
                    .forEach(cited -> cited.check(read.institution(), all, read.findings()));
        }
        return rules.stream()
                .filter(InstitutionReading.Outcome::isSound)
                .map(InstitutionReading.Outcome::institution)
                .toList();
    }

    private Optional<InstitutionReading.Outcome> readRules(Source source) {
        checkVocabularies(source);
        checkExcluded(source);
        return source.heading()
                .map(
                        heading ->
                                new InstitutionReading(
                                                source.section(),
                                                heading,
                                                lexicon,
                                                source.findings(),
                                                source.file().text())
                                        .read());
    }

    private void checkVocabularies(Source source) {
        Set<String> known = new LinkedHashSet<>();
        for (Source vocabulary : vocabularies) {
            vocabulary
                    .heading()
                    .ifPresent(
                            heading -> {
                                known.add(heading.title());
                                known.add(heading.id());
                            });
        }
        for (Tree.Scalar word : source.section().words("用")) {
            if (!known.contains(word.text())) {
                source.findings()
                        .addUnknown(
                                DiagnosticKind.UNKNOWN_VOCABULARY,
                                word,
                                "没有词汇“" + word.text() + "”。",
                                known);
            }
        }
    }

    private Vocabulary vocabulary(List<Source> words) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        lexicon.choices.forEach((list, known) -> choices.put(list, List.copyOf(known)));
        return new Vocabulary(
                String.join("+", words.stream().map(ReadingFiles::id).toList()),
                words.stream()
                        .map(ReadingFiles::from)
                        .max(Comparator.naturalOrder())
                        .orElse(LocalDate.EPOCH),
                choices,
                lexicon.roles,
                lexicon.recordTypes,
                lexicon.engineMade);
    }
}
