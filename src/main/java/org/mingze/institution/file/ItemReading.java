package org.mingze.institution.file;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.institution.Basis;
import org.mingze.institution.DiagnosticKind;
import org.mingze.institution.ReportTemplate.Cited;
import org.mingze.institution.Slot;
import org.mingze.institution.assessment.Scheme;
import org.mingze.institution.expression.Expression;
import org.mingze.institution.expression.Type.Simple;
import org.mingze.institution.file.rule.BasisReading;
import org.mingze.institution.file.rule.Citation;
import org.mingze.institution.file.rule.DutyReading;
import org.mingze.institution.file.rule.RuleReading;
import org.mingze.institution.file.rule.Setting;
import org.mingze.institution.file.rule.SlotNames;
import org.mingze.institution.file.tree.Findings;
import org.mingze.institution.file.tree.Literals;
import org.mingze.institution.file.tree.Section;
import org.mingze.institution.file.tree.Tree;

/// 读考核项 — what one item measures, and how the measure becomes points.
final class ItemReading {
    static final Section.Keys DEDUCTED = new Section.Keys("扣", Set.of("每缺"), Set.of("至多", "情形"));
    static final Section.Keys LINEAR = new Section.Keys("线性", Set.of("零", "满"), Set.of());
    static final Section.Keys BY_RANK = new Section.Keys("排名", Set.of("首", "步", "末"), Set.of());
    static final List<String> STATES = List.of("违", "迟履", "缺据");
    private static final String BEST = "全域大";

    private final Setting setting;
    private final Findings findings;
    private final RuleReading rule;
    private final Set<String> duties;
    private final Set<String> metrics;
    private final Set<String> numbers = new LinkedHashSet<>();

    ItemReading(Setting setting, RuleReading rule, Set<String> duties, Set<String> metrics) {
        this.setting = setting;
        this.findings = setting.findings;
        this.rule = rule;
        this.duties = duties;
        this.metrics = metrics;
    }

    Optional<Scheme.Item> read(Tree tree, SlotNames names) {
        return Section.of(tree, SchemeReading.ITEM, findings).flatMap(of -> item(of, names));
    }

    private Optional<Scheme.Item> item(Section written, SlotNames names) {
        Optional<String> number =
                written.scalar("号").flatMap(word -> DutyReading.number(word, numbers, findings));
        Optional<Slot> full = number(written, "满");
        Optional<Expression> when =
                written.scalar("且").flatMap(text -> rule.condition(text, names));
        Optional<Scheme.Source> source = source(written, names);
        Optional<Scheme.Marking> marking = marking(written);
        Optional<Basis> basis = written.scalar("据").flatMap(new BasisReading(setting)::read);
        if (number.isEmpty() || full.isEmpty() || source.isEmpty() || marking.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Scheme.Item(
                        number.get(),
                        written.text("名").orElse(number.get()),
                        full.get(),
                        when,
                        source.get(),
                        marking.get(),
                        basis));
    }

    private Optional<Scheme.Source> source(Section written, SlotNames names) {
        if (written.has("取") == written.has("按")) {
            findings.add(DiagnosticKind.ITEM_SOURCE, written.place(), "考核的项要写“取”或“按”其一。");
            return Optional.empty();
        }
        if (written.has("按")) {
            return written.scalar("按")
                    .flatMap(text -> rule.expression(text, names, RuleReading::isQuantity, "数或钱"))
                    .map(Scheme.Source.ByExpression::new);
        }
        return written.scalar("取").flatMap(this::named);
    }

    /// A duty or a metric of this file, or one of another institution: `编号/号`.
    private Optional<Scheme.Source> named(Tree.Scalar scalar) {
        String number = scalar.text();
        if (metrics.contains(number)) {
            return Optional.of(new Scheme.Source.OfMetric(number));
        }
        int slash = number.indexOf('/');
        if (slash > 0) {
            Cited cited =
                    new Cited(Optional.of(number.substring(0, slash)), number.substring(slash + 1));
            setting.citations.add(new Citation(cited, Citation.Names.DUTY, scalar.place()));
        }
        if (duties.contains(number) || slash > 0) {
            return Optional.of(new Scheme.Source.OfDuty(number));
        }
        Set<String> known = new LinkedHashSet<>(duties);
        known.addAll(metrics);
        findings.addUnknown(DiagnosticKind.UNKNOWN_DUTY, scalar, "没有职责或指标“" + number + "”。", known);
        return Optional.empty();
    }

    private Optional<Scheme.Marking> marking(Section written) {
        long ways = List.of("扣", "线性", "排名").stream().filter(written::has).count();
        if (ways > 1) {
            findings.add(DiagnosticKind.ITEM_SOURCE, written.place(), "“扣”“线性”“排名”只写一个。");
            return Optional.empty();
        }
        if (written.has("扣")) {
            return written.get("扣").flatMap(this::deducted);
        }
        if (written.has("线性")) {
            return written.get("线性").flatMap(this::linear);
        }
        if (written.has("排名")) {
            return written.get("排名").flatMap(this::byRank);
        }
        return Optional.of(new Scheme.Marking.Plain());
    }

    private Optional<Scheme.Marking> deducted(Tree tree) {
        Optional<Section> section = Section.of(tree, DEDUCTED, findings);
        List<String> states =
                section.map(of -> of.words("情形")).orElse(List.of()).stream()
                        .flatMap(
                                word ->
                                        Literals.word(word, STATES, each -> each, findings)
                                                .stream())
                        .toList();
        return section.flatMap(of -> number(of, "每缺"))
                .map(
                        each ->
                                new Scheme.Marking.Deducted(
                                        each,
                                        section.flatMap(of -> number(of, "至多")),
                                        states.isEmpty() ? List.of("违") : states));
    }

    private Optional<Scheme.Marking> linear(Tree tree) {
        Optional<Section> section = Section.of(tree, LINEAR, findings);
        Optional<Slot> zero = section.flatMap(of -> number(of, "零"));
        Optional<Tree.Scalar> full = section.flatMap(of -> of.scalar("满"));
        if (full.filter(of -> of.text().equals(BEST)).isPresent()) {
            return zero.map(from -> new Scheme.Marking.Linear(from, Optional.empty()));
        }
        Optional<Slot> to = full.flatMap(of -> rule.slot(of, Simple.NUMBER));
        return zero.flatMap(from -> to.map(of -> new Scheme.Marking.Linear(from, Optional.of(of))));
    }

    private Optional<Scheme.Marking> byRank(Tree tree) {
        Optional<Section> section = Section.of(tree, BY_RANK, findings);
        Optional<Slot> first = section.flatMap(of -> number(of, "首"));
        Optional<Slot> step = section.flatMap(of -> number(of, "步"));
        Optional<Slot> last = section.flatMap(of -> number(of, "末"));
        if (first.isEmpty() || step.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scheme.Marking.ByRank(first.get(), step.get(), last.get()));
    }

    private Optional<Slot> number(Section section, String key) {
        return section.scalar(key).flatMap(text -> rule.slot(text, Simple.NUMBER));
    }
}
