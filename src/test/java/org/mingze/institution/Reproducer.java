package org.mingze.institution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 例 — the smallest files that cause one kind of error, and the places where it is reported.
///
/// @param written as the resource has it, without the marks of places
record Reproducer(
        String code, String name, String written, List<String> files, List<String> places) {
    static final Path RESOURCES = Path.of("src/test/resources/institution");
    static final String HEADING =
            """
            制度: 甲
            编号: jia
            施行: {自: 2025-01-01}
            用: [公共]
            出处: {本: {名: 本制度, 条文: {1: 一}}}""";
    static final String WORDS =
            """
            词汇: 增补
            编号: extra
            施行: {自: 2020-01-01}""";
    private static final String MISSING = "%无";
    private static final String BYTES = "%字节 ";
    private static final Pattern REPEATED = Pattern.compile("⟨(\\d+)×([^⟩]*)⟩");

    static List<Reproducer> all() {
        try {
            String all = Files.readString(RESOURCES.resolve("faults.txt"));
            return Pattern.compile("(?m)^== ")
                    .splitAsStream(all)
                    .skip(1)
                    .map(Reproducer::section)
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Reproducer section(String section) {
        int end = section.indexOf('\n');
        int space = section.indexOf(' ');
        String text = section.substring(end + 1).strip();
        List<String> files = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (String file : Pattern.compile("(?m)^%文\n").split(whole(text), -1)) {
            files.add(unmarked(file, places));
        }
        return new Reproducer(
                section.substring(0, space),
                section.substring(space + 1, end),
                text.replace("⟦", ""),
                files,
                places);
    }

    private static String whole(String text) {
        Matcher repeated = REPEATED.matcher(text.replace("%头", HEADING).replace("%词", WORDS));
        return repeated.replaceAll(
                found ->
                        Matcher.quoteReplacement(
                                found.group(2).repeat(Integer.parseInt(found.group(1)))));
    }

    private static String unmarked(String file, List<String> places) {
        StringBuilder clean = new StringBuilder();
        int line = 1;
        for (String marked : file.split("\n", -1)) {
            String rest = marked;
            for (int mark = rest.indexOf('⟦'); mark >= 0; mark = rest.indexOf('⟦')) {
                places.add(line + ":" + (rest.codePointCount(0, mark) + 1));
                rest = rest.substring(0, mark) + rest.substring(mark + 1);
            }
            clean.append(rest).append('\n');
            line++;
        }
        return clean.toString();
    }

    /// Writes the files into a folder and reads them with the small vocabulary, as a check does.
    List<Diagnostic> read(Path folder) {
        try {
            List<Path> paths = new ArrayList<>(List.of(RESOURCES.resolve("vocabulary.yaml")));
            int number = 1;
            for (String text : files) {
                Path path = folder.resolve("文件" + number++ + ".yaml");
                write(path, text.strip().isEmpty() ? "" : text);
                paths.add(path);
            }
            return InstitutionFiles.read(paths).diagnostics();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void write(Path path, String text) throws IOException {
        if (text.startsWith(BYTES)) {
            String digits = text.substring(BYTES.length()).replaceAll("\\s", "");
            Files.write(path, HexFormat.of().parseHex(digits));
        } else if (!text.startsWith(MISSING)) {
            Files.writeString(path, text);
        }
    }

    @Override
    public String toString() {
        return code + " " + name;
    }
}
