package org.mingze.dossier.views;

import java.time.Instant;
import java.util.Map;
import org.mingze.access.Officer;
import org.mingze.access.Officers;
import org.mingze.access.SignedIn;
import org.mingze.dossier.LedgerFilter;
import org.mingze.dossier.LedgerKind;
import org.mingze.web.NotFound;
import org.mingze.web.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 存视图、删视图.
@Controller
class SavedViewsController {
    private final SavedViews views;
    private final Officers officers;

    SavedViewsController(SavedViews views, Officers officers) {
        this.views = views;
        this.officers = officers;
    }

    @PostMapping("/ledgers/{kind}/views")
    String keep(
            @PathVariable("kind") String address,
            @RequestParam(name = "name", defaultValue = "") String typed,
            @RequestParam Map<String, String> sent,
            Officer officer,
            RedirectAttributes flash) {
        LedgerKind kind = LedgerKind.at(address).orElseThrow(NotFound::page);
        String query = LedgerFilter.of(sent).query();
        String name = typed.strip();
        if (query.isEmpty()) {
            flash.addFlashAttribute(Notice.FLASH, Notice.warn("没有存下", "先筛选，再把筛出来的存为视图。"));
        } else if (name.isEmpty() || name.length() > SavedViews.NAME_MAX) {
            flash.addFlashAttribute(
                    Notice.FLASH, Notice.warn("没有存下", "给视图起个名，1到" + SavedViews.NAME_MAX + "个字。"));
        } else if (isFull(officer, address, name)) {
            flash.addFlashAttribute(
                    Notice.FLASH, Notice.warn("没有存下", "已存" + SavedViews.KEPT_MAX + "个视图，删掉一个再存。"));
        } else {
            views.keep(
                    officer.county(),
                    account(),
                    address,
                    new SavedViews.SavedView(name, query),
                    Instant.now());
            flash.addFlashAttribute(
                    Notice.FLASH, Notice.done("已存为视图“" + name + "”", "只有你的账号看得到；不用了随时删。"));
        }
        return "redirect:" + kind.path() + query;
    }

    @PostMapping("/ledgers/{kind}/views/removal")
    String remove(
            @PathVariable("kind") String address,
            @RequestParam(name = "name", defaultValue = "") String name,
            Officer officer,
            RedirectAttributes flash) {
        LedgerKind kind = LedgerKind.at(address).orElseThrow(NotFound::page);
        views.remove(officer.county(), account(), address, name);
        flash.addFlashAttribute(Notice.FLASH, Notice.done("视图“" + name + "”已删", "台账里的记录没有动。"));
        return "redirect:" + kind.path();
    }

    private boolean isFull(Officer officer, String address, String name) {
        java.util.List<SavedViews.SavedView> kept = views.of(officer.county(), account(), address);
        return kept.size() >= SavedViews.KEPT_MAX
                && kept.stream().noneMatch(view -> view.name().equals(name));
    }

    private String account() {
        return officers.signedIn().map(SignedIn::signInName).orElse("");
    }
}
