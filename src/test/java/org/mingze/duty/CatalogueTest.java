package org.mingze.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.cases.Example;
import org.mingze.duty.cases.Examples;
import org.mingze.institution.Institution;
import org.mingze.institution.InstitutionFiles;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("制度目录")
class CatalogueTest {
    private static final Path LIBRARY = Path.of("institutions");
    private static final Path FOLDER = Path.of("docs/catalogue");

    /// The groups of the domain rules, each with its first number.
    private static final Map<Integer, String> GROUPS =
            new TreeMap<>(
                    Map.of(
                            1, "A 全面从严治党责任体系",
                            17, "B 理论学习",
                            32, "C 民主生活会",
                            41, "D 民主集中制与三重一大",
                            53, "E 监督执纪、约谈、诫勉",
                            76, "F 信访接访与调查研究",
                            88, "G 项目调度、亩均论英雄、征拆",
                            104, "H 基层减负与权责清单",
                            116, "I 安全生产与防汛",
                            120, "J 活动与作风"));

    private record Mechanism(
            int number, String name, String grade, List<String> institutions, String why) {}

    @Test
    @DisplayName("提交的目录就是现在的制度库：每项制度一页，按机制编成一张总表")
    void theCommittedPagesAreCurrent() throws IOException {
        Map<String, String> pages = pages();
        if (Boolean.getBoolean("mingze.draw")) {
            Files.createDirectories(FOLDER);
            for (Path old : committed()) {
                Files.delete(old);
            }
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
        Map<String, String> now = new TreeMap<>();
        for (Path page : committed()) {
            now.put(page.getFileName().toString(), Files.readString(page));
        }
        assertThat(now)
                .as("目录变了：运行 ./mingze test -Dtest=CatalogueTest -Dmingze.draw=true 后提交")
                .isEqualTo(pages);
    }

    private static List<Path> committed() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static Map<String, String> pages() throws IOException {
        Map<String, List<Institution>> versions =
                InstitutionFiles.read(List.of(LIBRARY)).institutions().stream()
                        .sorted(
                                Comparator.comparing(Institution::id)
                                        .thenComparing(Institution::from))
                        .collect(
                                Collectors.groupingBy(
                                        Institution::id, LinkedHashMap::new, Collectors.toList()));
        List<Mechanism> mechanisms = mechanisms();
        List<Example> examples = examples();
        Map<String, String> pages = new TreeMap<>();
        versions.forEach(
                (id, all) ->
                        pages.put(
                                id + ".md",
                                new CataloguePage(
                                                all,
                                                examples.stream()
                                                        .filter(of -> id(of).equals(id))
                                                        .toList(),
                                                mechanisms.stream()
                                                        .filter(
                                                                of ->
                                                                        of.institutions()
                                                                                .contains(id))
                                                        .map(of -> of.number() + " " + of.name())
                                                        .toList())
                                        .text()));
        pages.put("README.md", index(versions, mechanisms));
        return pages;
    }

    private static String id(Example example) {
        return example.institution().replaceFirst("@.*", "");
    }

    private static List<Example> examples() throws IOException {
        List<Example> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".case")).sorted().toList()) {
                all.addAll(Examples.read(file.toString(), Files.readString(file)));
            }
        }
        return all;
    }

    private static String index(
            Map<String, List<Institution>> versions, List<Mechanism> mechanisms) {
        StringBuilder page =
                new StringBuilder(
                        """
                        # 制度目录

                        由制度库生成，一项制度一页。等级说的是规则的来源：A 见到条文原文，B 有转述的来源，C 只有一地的做法或推出的核对，D 没有找到数。
                        """);
        int start = 0;
        for (Mechanism mechanism : mechanisms) {
            if (GROUPS.containsKey(mechanism.number()) && mechanism.number() != start) {
                start = mechanism.number();
                page.append("\n## ").append(GROUPS.get(start)).append("\n\n");
                page.append("| 编号 | 机制 | 等级 | 制度 |\n|---|---|---|---|\n");
            }
            page.append("| ").append(mechanism.number()).append(" | ").append(mechanism.name());
            page.append(" | ").append(mechanism.grade()).append(" | ");
            page.append(links(versions, mechanism)).append(" |\n");
        }
        List<String> others =
                versions.keySet().stream()
                        .filter(
                                id ->
                                        mechanisms.stream()
                                                .noneMatch(of -> of.institutions().contains(id)))
                        .map(id -> link(versions, id))
                        .toList();
        if (!others.isEmpty()) {
            page.append("\n## 其他\n\n- ").append(String.join("\n- ", others)).append('\n');
        }
        return page.toString();
    }

    private static String links(Map<String, List<Institution>> versions, Mechanism mechanism) {
        return mechanism.institutions().isEmpty()
                ? mechanism.why()
                : mechanism.institutions().stream()
                        .map(id -> link(versions, id))
                        .collect(Collectors.joining("、"));
    }

    private static String link(Map<String, List<Institution>> versions, String id) {
        List<Institution> known = versions.getOrDefault(id, List.of());
        assertThat(known).as("mechanisms.yaml 写的制度%s", id).isNotEmpty();
        return "[" + known.getLast().title() + "](" + id + ".md)";
    }

    private static List<Mechanism> mechanisms() throws IOException {
        Object read =
                new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(LIBRARY.resolve("mechanisms.yaml")));
        return ((List<?>) read).stream().map(item -> mechanism((Map<?, ?>) item)).toList();
    }

    private static Mechanism mechanism(Map<?, ?> item) {
        Object institutions = item.get("制度");
        List<String> ids =
                institutions instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : institutions == null ? List.of() : List.of(institutions.toString());
        Object why = item.get("缘由");
        return new Mechanism(
                Integer.parseInt(String.valueOf(item.get("编号"))),
                String.valueOf(item.get("名称")),
                String.valueOf(item.get("等级")),
                ids,
                why == null ? "" : why.toString());
    }
}
