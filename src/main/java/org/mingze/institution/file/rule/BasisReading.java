package org.mingze.institution.file.rule;

import java.util.List;
import java.util.Optional;
import org.mingze.institution.Basis;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.Institution;
import org.mingze.institution.file.tree.Tree;

/// 读据 — `督查 17 A`, `信访 未明 B`, `自定 街道承诺 D`.
public final class BasisReading {
    private static final String OWN = "自定";
    private static final String UNSEEN = "未明";

    private final Setting setting;

    public BasisReading(Setting setting) {
        this.setting = setting;
    }

    public Optional<Basis> read(Tree.Scalar scalar) {
        List<String> words = List.of(scalar.text().strip().split("\\s+"));
        String grade = words.getLast();
        if (words.size() < 3 || !grade.matches("[A-D]")) {
            setting.findings.add(
                    DiagnosticKind.BAD_BASIS,
                    scalar.place(),
                    "据“" + scalar.text() + "”不是“出处 条 等级”。");
            return Optional.empty();
        }
        String source = words.getFirst();
        String article = String.join(" ", words.subList(1, words.size() - 1));
        if (source.equals(OWN)) {
            return Optional.of(
                    new Basis(source, "本地自定", article, grade.charAt(0), Optional.empty()));
        }
        Optional<Institution.Source> known = Optional.ofNullable(setting.sources.get(source));
        if (known.isEmpty()) {
            setting.findings.addUnknown(
                    DiagnosticKind.UNKNOWN_SOURCE,
                    scalar.place(),
                    source,
                    "出处里没有“" + source + "”。",
                    setting.sources.keySet());
            return Optional.empty();
        }
        return known.flatMap(of -> cited(scalar, source, of, article, grade.charAt(0)));
    }

    private Optional<Basis> cited(
            Tree.Scalar scalar,
            String source,
            Institution.Source known,
            String article,
            char grade) {
        Optional<String> words = Optional.ofNullable(known.articles().get(article));
        if (words.isEmpty() && !article.equals(UNSEEN)) {
            setting.findings.addUnknown(
                    DiagnosticKind.UNKNOWN_ARTICLE,
                    scalar.at(source.length() + 1),
                    article,
                    "“" + source + "”的条文里没有第" + article + "条。",
                    known.articles().keySet());
            return Optional.empty();
        }
        return Optional.of(new Basis(source, known.title(), article, grade, words));
    }
}
