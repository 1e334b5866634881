package org.mingze.exchange.dutylist;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingze.institution.Diagnostic;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.Loaded;
import org.mingze.journal.Digest;

/// 草案 — a duty list as an institution file to complete: what was read is filled in, what was
/// not is an open parameter or a comment, and each duty says where it was read.
final class DraftInstitution {
    /// What the draft is called in diagnostics.
    static final String NAME = "草案.yaml";

    private static final Pattern ID = Pattern.compile("(?m)^编号:\\s*([a-z0-9.]+)");
    private static final int ROUNDS_MAX = 8;

    private final String file;
    private final String title;
    private final LocalDate today;
    private final List<ReadDuty> duties;
    private final List<InstitutionFiles.SourceFile> vocabularies;
    private final Set<Integer> unfit = new HashSet<>();
    private final Map<Integer, Integer> dutyAtLine = new HashMap<>();
    private final Map<Integer, String> refused = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private DraftInstitution(
            String file,
            String title,
            LocalDate today,
            List<ReadDuty> duties,
            List<InstitutionFiles.SourceFile> vocabularies) {
        this.file = file;
        this.title = title;
        this.today = today;
        this.duties = List.copyOf(duties);
        this.vocabularies = List.copyOf(vocabularies);
    }

    /// 写成 — the text, what is wrong with it, and the numbers of the lines that are no rule yet.
    record Written(String text, List<Diagnostic> diagnostics, Set<Integer> unfit) {
        Written {
            diagnostics = List.copyOf(diagnostics);
            unfit = Set.copyOf(unfit);
        }
    }

    /// @param file what the document is called
    static Written of(
            String file,
            String title,
            LocalDate today,
            List<ReadDuty> duties,
            List<InstitutionFiles.SourceFile> vocabularies) {
        DraftInstitution draft = new DraftInstitution(file, title, today, duties, vocabularies);
        return draft.written();
    }

    /// A duty that the reader of institutions refuses is taken back into comments.
    private Written written() {
        duties.stream()
                .filter(duty -> !duty.isRule())
                .forEach(duty -> unfit.add(duty.line().number()));
        List<Diagnostic> found = write();
        for (int round = 0; round < ROUNDS_MAX && !found.isEmpty(); round++) {
            boolean taken = false;
            for (Diagnostic diagnostic : found) {
                Integer duty = dutyAtLine.get(diagnostic.line());
                if (duty != null && unfit.add(duty)) {
                    taken = true;
                    refused.put(duty, diagnostic.message());
                }
            }
            if (!taken) {
                break;
            }
            found = write();
        }
        return new Written(text(), found, unfit);
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }

    private List<Diagnostic> write() {
        lines.clear();
        dutyAtLine.clear();
        heading();
        parameters();
        lines.add("职责:");
        duties.forEach(this::duty);
        return check(text(), vocabularies);
    }

    /// What the reader of institutions says to a draft, with the vocabularies of the county.
    static List<Diagnostic> check(String text, List<InstitutionFiles.SourceFile> vocabularies) {
        List<InstitutionFiles.SourceFile> files = new ArrayList<>(vocabularies);
        files.add(new InstitutionFiles.SourceFile(NAME, text));
        Loaded loaded = InstitutionFiles.read(files);
        return loaded.diagnostics().stream()
                .filter(diagnostic -> diagnostic.file().equals(NAME))
                .toList();
    }

    private void heading() {
        String name = title.isEmpty() ? "责任清单" : title;
        Digest digest = Digest.of((file + title).getBytes(StandardCharsets.UTF_8));
        lines.add("# 由“" + comment(file) + "”读出的草案。读出的填上了；没有读出的写成待定或注释，逐条补齐再施行。");
        lines.add("制度: " + quoted(name));
        lines.add("编号: duty.list." + digest.toString().substring(0, 8));
        lines.add("# 施行日期没有读出，先写读的那天；态是草案，不会生效。");
        lines.add("施行: {自: " + today + ", 态: 草案}");
        lines.add("用: [" + uses() + "]");
        lines.add("出处:");
        lines.add("  清单:");
        lines.add("    名: " + quoted(name));
        lines.add("    条文:");
        for (ReadDuty duty : duties) {
            String words =
                    duty.line().what()
                            + (duty.line().often().isEmpty()
                                    ? ""
                                    : "（" + duty.line().often() + "）");
            lines.add("      " + duty.line().number() + ": " + quoted(words));
        }
    }

    private String uses() {
        return vocabularies.stream()
                .map(each -> ID.matcher(each.text()))
                .filter(Matcher::find)
                .map(each -> each.group(1))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void parameters() {
        List<String> declared = new ArrayList<>();
        for (ReadDuty duty : duties) {
            if (unfit.contains(duty.line().number())) {
                continue;
            }
            if (duty.shape().isPresent()) {
                duty.shape()
                        .flatMap(DutyShape::days)
                        .ifPresent(
                                days ->
                                        declared.add(
                                                "  限期"
                                                        + duty.line().number()
                                                        + ": {型: 时长, 值: "
                                                        + days
                                                        + "}"));
                continue;
            }
            if (duty.frequency().period().isEmpty()) {
                declared.add("  周期" + duty.line().number() + ": {型: 期, 值: 待定}");
            }
            if (duty.frequency().count().isEmpty()) {
                declared.add("  次数" + duty.line().number() + ": {型: 整, 值: 待定, 下界: 1}");
            }
        }
        if (!declared.isEmpty()) {
            lines.add("# 待定的是清单没有写明的，定了再填。");
            lines.add("参数:");
            lines.addAll(declared);
        }
    }

    private void duty(ReadDuty duty) {
        DutyLine line = duty.line();
        lines.add(
                "  # 第"
                        + line.number()
                        + "条，出自"
                        + comment(file + " " + line.place())
                        + "："
                        + comment(line.who()));
        said("佐证", line.evidence());
        said("依据", line.basis());
        duty.open().forEach(open -> lines.add("  # 待定 " + comment(open)));
        if (refused.containsKey(line.number())) {
            lines.add("  # 待定 " + comment(refused.getOrDefault(line.number(), "")));
        }
        boolean rule = !unfit.contains(line.number());
        List<String> roles = duty.roles().isEmpty() ? List.of("") : duty.roles();
        for (int at = 0; at < roles.size(); at++) {
            for (String written : rule(duty, roles.get(at), at)) {
                if (rule) {
                    dutyAtLine.put(lines.size() + 1, line.number());
                }
                lines.add(rule ? "  " + written : "  # " + written);
            }
        }
    }

    private void said(String name, String text) {
        if (!text.isEmpty()) {
            lines.add("  # " + name + "：" + comment(text));
        }
    }

    private static List<String> rule(ReadDuty duty, String role, int at) {
        int number = duty.line().number();
        Frequency frequency = duty.frequency();
        List<String> rule = new ArrayList<>();
        rule.add("- 号: 第" + number + "条" + (at == 0 ? "" : "." + (at + 1)));
        rule.add("  名: " + quoted(duty.line().what()));
        rule.add("  谁: " + (role.isEmpty() ? "待定" : role));
        rule.add("  据: 清单 " + number + " D");
        if (duty.shape().isPresent()) {
            rule.add("  式: " + duty.shape().get().form());
            for (String line : duty.shape().get().lines()) {
                rule.add(
                        "  "
                                + line.replace("@限", "限期" + number)
                                        .replace("@号", String.valueOf(number)));
            }
            return rule;
        }
        rule.add("  式: 频次");
        rule.add("  做: " + duty.selector().orElse("待定"));
        rule.add("  每: " + frequency.period().orElse("周期" + number));
        if (frequency.until().isPresent() && frequency.period().filter("年"::equals).isPresent()) {
            rule.add("  窗: {自: 01-01, 至: " + frequency.until().get() + "}");
        }
        rule.add(
                (frequency.most() ? "  至多: " : "  至少: ")
                        + (frequency.count().isPresent()
                                ? String.valueOf(frequency.count().getAsInt())
                                : "次数" + number));
        return rule;
    }

    /// Of one line, and nothing that ends a comment.
    private static String comment(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String quoted(String text) {
        return "'" + comment(text).replace("'", "''") + "'";
    }
}
