package org.mingze.duty.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.institution.Institution;
import org.mingze.institution.InstitutionFiles.SourceFile;
import org.mingze.journal.Content;

/// 设 — reads the given lines of a case: bodies, posts, people, days off, parameters, versions.
final class SettingUp {
    private final String file;
    private final Stage stage;
    private final Library library;
    private final String institution;
    private boolean versionsNamed;

    SettingUp(String file, Stage stage, Library library, String institution) {
        this.file = file;
        this.stage = stage;
        this.library = library;
        this.institution = institution;
    }

    void run(List<Example.Line> lines) {
        library.vocabularies().forEach(vocabulary -> enact("common", LONG_AGO_TEXT, vocabulary));
        versionsNamed = lines.stream().anyMatch(line -> line.text().startsWith("版 "));
        if (!versionsNamed) {
            enactOwnVersions();
        }
        lines.forEach(this::take);
    }

    private static final String LONG_AGO_TEXT = Stage.LONG_AGO.toString();

    private void enactOwnVersions() {
        String id = institution.split("@", 2)[0];
        List<Institution> versions = library.versions(institution);
        if (versions.isEmpty()) {
            throw new ExampleFault(file, 1, "制度库里没有“" + institution + "”");
        }
        versions.forEach(version -> enact(id, version.from().toString(), version.text()));
    }

    private void enact(String id, String from, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("编号", id);
        fields.put("自", from);
        fields.put("文", text);
        stage.set("施行", Stage.LONG_AGO, fields);
    }

    private void take(Example.Line line) {
        Words words = new Words(file, line);
        try {
            switch (words.take("设的种类")) {
                case "机构" -> body(words);
                case "岗" -> post(words);
                case "人" -> person(words);
                case "历" -> dayOff(words);
                case "参" -> parameter(words);
                case "版" -> version(words);
                case "建账" -> opening(words);
                default -> throw words.fault("设里能写机构、岗、人、历、参、版、建账");
            }
        } catch (DateTimeException wrong) {
            throw words.fault("日期写成2026-01-31");
        }
    }

    private void body(Words words) {
        Map<String, String> fields = named(words.take("机构名"));
        words.after("类").ifPresent(value -> fields.put("类", value));
        words.after("级").ifPresent(value -> fields.put("级", value));
        words.after("属").ifPresent(value -> fields.put("属", value));
        words.after("地").ifPresent(value -> fields.put("地", value));
        LocalDate from = words.after("自").map(LocalDate::parse).orElse(Stage.LONG_AGO);
        Optional<LocalDate> until = words.after("止").map(LocalDate::parse);
        words.expectEnd();
        String name = fields.getOrDefault("号", "");
        stage.set("机构", from, fields);
        until.ifPresent(last -> stage.set("撤销机构", last.plusDays(1), Map.of("机构", name)));
    }

    private void post(Words words) {
        Map<String, String> fields = named(words.take("岗名"));
        words.after("于").ifPresent(value -> fields.put("于", value));
        words.after("职").ifPresent(value -> fields.put("职", value));
        Map<String, Content> content = new LinkedHashMap<>(Stage.group(fields).fields());
        words.after("分管").ifPresent(value -> content.put("分管", Stage.series(value)));
        LocalDate from = words.after("自").map(LocalDate::parse).orElse(Stage.LONG_AGO);
        Optional<LocalDate> until = words.after("止").map(LocalDate::parse);
        words.expectEnd();
        String name = fields.getOrDefault("号", "");
        stage.set("岗位", from, new Content.Group(content));
        until.ifPresent(last -> stage.set("撤销岗位", last.plusDays(1), Map.of("岗", name)));
    }

    private static Map<String, String> named(String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("号", name);
        fields.put("名", name);
        return fields;
    }

    private final java.util.Set<String> people = new java.util.HashSet<>();

    private void person(Words words) {
        String name = words.take("人名");
        if (people.add(name)) {
            stage.set("人员", Stage.LONG_AGO, named(name));
        }
        Optional<String> member = words.after("在");
        Optional<String> post = words.after("任");
        LocalDate from = words.after("自").map(LocalDate::parse).orElse(Stage.LONG_AGO);
        Optional<LocalDate> until = words.after("止").map(LocalDate::parse);
        words.expectEnd();
        member.ifPresent(body -> stage.set("编入", from, pair(name, "机构", body)));
        post.ifPresent(held -> stage.set("任", from, pair(name, "岗", held)));
        if (member.isPresent() && until.isPresent()) {
            stage.set("编出", until.get(), pair(name, "机构", member.get()));
        }
        if (post.isPresent() && until.isPresent()) {
            stage.set("卸", until.get(), pair(name, "岗", post.get()));
        }
    }

    private static Map<String, String> pair(String person, String key, String value) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("人", person);
        fields.put(key, value);
        return fields;
    }

    private void dayOff(Words words) {
        LocalDate day = LocalDate.parse(words.take("日期"));
        stage.declare(day, words.take("假或班").equals("假"));
    }

    private void parameter(Words words) {
        String name = words.take("参数名");
        if (!words.skip("=")) {
            throw words.fault("参数写成“参 名 = 值 自 日期”");
        }
        String value = words.take("参数值");
        LocalDate from = words.after("自").map(LocalDate::parse).orElse(Stage.LONG_AGO);
        Optional<String> body = words.after("于");
        words.expectEnd();
        stage.set("设参", from, Acts.setting(institution, name, value, from, body));
    }

    private void version(Words words) {
        String version = words.take("编号@日期");
        words.after("自");
        words.after("止");
        words.expectEnd();
        Optional<SourceFile> source = library.source(version);
        if (source.isEmpty()) {
            throw words.fault("制度库里没有“" + version + "”");
        }
        String[] parts = version.split("@", 2);
        enact(parts[0], parts.length > 1 ? parts[1] : LONG_AGO_TEXT, source.get().text());
    }

    private void opening(Words words) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("型", words.take("记录类型"));
        if (words.peek().filter(word -> !word.equals("自")).isPresent()) {
            fields.put("机构", words.take("机构"));
        }
        words.after("自").ifPresent(day -> fields.put("自", day));
        words.expectEnd();
        stage.set("建账", Stage.LONG_AGO, fields);
    }
}
