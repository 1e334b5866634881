package org.mingze.duty.drafting;

import java.time.LocalDate;
import java.util.List;
import org.mingze.duty.showing.DayWords;
import org.mingze.institution.Diagnostic;
import org.mingze.organization.Person;
import org.mingze.web.Act;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.work.Knowledge;

/// 草案页的内容.
final class DraftView {
    static final String PLACE = "/drafts";
    static final Link LIBRARY = new Link("制度", "/institutions");
    static final Link LIST = new Link("草案", PLACE);
    private static final int ERRORS_MAX = 50;

    private DraftView() {}

    static String address(KeptDraft draft) {
        return PLACE + "/" + draft.id();
    }

    static DraftPage of(Knowledge known, KeptDraft draft, boolean isYours, LocalDate today) {
        return new DraftPage(
                new Heading(
                        List.of(LIBRARY, LIST, new Link(draft.title(), "")),
                        "草案：" + draft.title(),
                        Prose.of("边写边查；没有来源的数写“值: 待定”。草案不作数，施行了才算。"),
                        List.of()),
                address(draft),
                draft.text(),
                saved(known, draft, today),
                isYours,
                checks(known, draft, today));
    }

    static String saved(Knowledge known, KeptDraft draft, LocalDate today) {
        return author(known, draft) + "起草，存于" + DayWords.moment(draft.savedAt(), today);
    }

    static String author(Knowledge known, KeptDraft draft) {
        return known.organization().person(draft.person()).map(Person::name).orElse("已不在名册的人");
    }

    static DraftPage.Checks checks(Knowledge known, KeptDraft draft, LocalDate today) {
        DraftCheck check = DraftCheck.of(known, draft.text(), today);
        return new DraftPage.Checks(
                verdict(check),
                check.diagnostics().stream().limit(ERRORS_MAX).map(DraftView::error).toList(),
                check.rules().stream().map(DraftView::rule).toList(),
                check.others(),
                check.isSound()
                        ? List.of(
                                Act.of("试行", address(draft) + "/trial"),
                                Act.of("施行…", address(draft) + "/enactment"))
                        : List.of());
    }

    private static String verdict(DraftCheck check) {
        if (!check.diagnostics().isEmpty()) {
            return "有" + check.diagnostics().size() + "处要改";
        }
        if (!check.isSound()) {
            return "读不出制度：这里写一部制度，词汇文件用命令 check 检查";
        }
        if (check.rules().isEmpty()) {
            return "没有错，没有职责，只有数";
        }
        long waiting = check.rules().stream().filter(rule -> !rule.open().isEmpty()).count();
        return "没有错，"
                + check.rules().size()
                + "项职责"
                + (waiting == 0 ? "都能算" : "，" + waiting + "项在等数");
    }

    private static DraftPage.Flaw error(Diagnostic found) {
        return new DraftPage.Flaw(
                found.line(),
                found.column(),
                "第" + found.line() + "行第" + found.column() + "字",
                found.excerpt().strip(),
                found.message(),
                found.remedy());
    }

    private static DraftPage.Rule rule(DraftCheck.Rule rule) {
        return new DraftPage.Rule(
                rule.name(),
                rule.says(),
                rule.reach().words(),
                rule.reach().among(),
                rule.open().isEmpty() ? "" : "在等：" + String.join("、", rule.open()),
                rule.set());
    }
}
