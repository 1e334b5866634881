package org.mingze.access.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Accounts;
import org.mingze.access.Office;
import org.mingze.access.PostsHeld;
import org.mingze.access.SignedIn;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.TrailLine;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// 从表格开账号 — the system administrator hands in a table, sees who is to have which account while
/// the passphrases are made, and opens all of them or none; each waits for the security
/// administrator, as one that is opened by itself.
@Controller
class TableController {
    private static final String BASE = "/administration/accounts/table";

    private static final ZoneId CIVIL = ZoneId.of("Asia/Shanghai");

    private final OpeningCheck check;
    private final Accounts accounts;
    private final PreparingAccounts preparing;
    private final PostsHeld posts;
    private final Auditing auditing;
    private final TransactionTemplate transactions;

    TableController(
            OpeningCheck check,
            Accounts accounts,
            PreparingAccounts preparing,
            PostsHeld posts,
            Auditing auditing,
            TransactionTemplate transactions) {
        this.check = check;
        this.accounts = accounts;
        this.preparing = preparing;
        this.posts = posts;
        this.auditing = auditing;
        this.transactions = transactions;
    }

    @GetMapping(BASE)
    ModelAndView ask(SignedIn actor) {
        Optional<PreparingAccounts.Batch> batch = preparing.of(actor);
        if (batch.isEmpty()) {
            return page("从表格开账号", List.of(upload()), HttpStatus.OK);
        }
        int all = batch.get().wanted().size();
        return batch.get().isWhole()
                ? page(
                        all + "个账号可以开",
                        List.of(people(actor, batch.get()), confirmation(all), upload()),
                        HttpStatus.OK)
                : page("正在备口令", List.of(running(batch.get().ready().size(), all)), HttpStatus.OK);
    }

    @PostMapping(BASE)
    ModelAndView handIn(
            SignedIn actor,
            @RequestParam(name = "file", required = false) Optional<MultipartFile> file)
            throws IOException {
        preparing.forget(actor);
        PeopleTable.Read read = read(actor, file);
        if (!read.faults().isEmpty()) {
            return refused(read.faults());
        }
        preparing.start(actor, read.wanted());
        return new ModelAndView("redirect:" + BASE);
    }

    /// All of them or none; what is shown here is kept nowhere.
    @PostMapping(BASE + "/entries")
    ModelAndView open(SignedIn actor, HttpServletRequest request) {
        Optional<PreparingAccounts.Batch> taken = preparing.take(actor);
        if (taken.isEmpty()) {
            return refused(
                    PeopleTable.Read.refused("没有备好的口令：这份表格开过了，或程序重新启动过。到账号册里看，没开的再交一次表格").faults());
        }
        List<PreparingAccounts.Ready> ready = taken.get().ready();
        List<PeopleTable.Fault> faults =
                ready.stream().flatMap(each -> fault(actor, each.wanted()).stream()).toList();
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        transactions.executeWithoutResult(_ -> ready.forEach(each -> opened(actor, each, request)));
        return page(
                "开了" + ready.size() + "个账号",
                List.of(
                        new AdministrationPage.Secret(
                                "一次性口令",
                                "只显示这一次，印出来裁开，当面交给各人。安全管理员启用后，各人用它登录一次，随即改成自己的。",
                                ready.stream().map(TableController::line).toList())),
                HttpStatus.OK);
    }

    /// Somebody may have opened one of them since the table was read.
    private Optional<PeopleTable.Fault> fault(SignedIn actor, PeopleTable.Wanted wanted) {
        return check.fault(actor.county(), wanted.person(), wanted.account())
                .map(
                        remedy ->
                                new PeopleTable.Fault(
                                        wanted.row(),
                                        wanted.name() + "，" + wanted.account(),
                                        remedy));
    }

    private void opened(SignedIn actor, PreparingAccounts.Ready ready, HttpServletRequest request) {
        PeopleTable.Wanted wanted = ready.wanted();
        accounts.openWithHash(
                new Accounts.Opening(
                        actor.county(), wanted.person(), wanted.account(), Office.OFFICIAL),
                ready.hash(),
                Instant.now());
        auditing.tell(
                actor,
                request,
                TrailLine.Deed.done("开账号", wanted.account() + "，" + wanted.person()));
    }

    private static String line(PreparingAccounts.Ready ready) {
        return ready.wanted().name() + "　" + ready.wanted().account() + "　" + ready.passphrase();
    }

    private PeopleTable.Read read(SignedIn actor, Optional<MultipartFile> file) throws IOException {
        String name = file.map(MultipartFile::getOriginalFilename).orElse("");
        if (file.isEmpty() || name.isEmpty()) {
            return PeopleTable.Read.refused("没有选文件，选一份表格再送");
        }
        if (file.get().isEmpty()) {
            return PeopleTable.Read.refused("“" + name + "”是空的，选填好的表格再送");
        }
        Path kept = Files.createTempFile("accounts", ".table");
        try {
            file.get().transferTo(kept);
            return new PeopleTable(actor.county(), posts, check, LocalDate.now(CIVIL))
                    .read(kept, name);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private AdministrationPage.Section people(SignedIn actor, PreparingAccounts.Batch batch) {
        LocalDate today = LocalDate.now(CIVIL);
        return new AdministrationPage.Table(
                "people",
                "给谁、叫什么",
                batch.wanted().size() + "人",
                List.of("人", "岗位", "账号"),
                batch.wanted().stream()
                        .map(
                                each ->
                                        new AdministrationPage.Line(
                                                List.of(
                                                        Prose.of(each.name()),
                                                        Prose.of(
                                                                AccountsController.written(
                                                                        posts.of(
                                                                                actor.county(),
                                                                                each.person(),
                                                                                today))),
                                                        Prose.of(each.account())),
                                                List.of()))
                        .toList(),
                Optional.empty());
    }

    private static AdministrationPage.Section confirmation(int all) {
        return new AdministrationPage.Form(
                "open",
                "一起开",
                Prose.of("一个都还没有开。口令备好了，开的时候显示一次：先备好打印机或纸。"),
                BASE + "/entries",
                List.of(),
                "开" + all + "个账号");
    }

    private static AdministrationPage.Section running(int done, int all) {
        return new AdministrationPage.Running(
                "正在备口令：" + done + "/" + all, "一个都还没有开。备好以后列出给谁、叫什么，看过再开；关掉页面也会继续。", BASE);
    }

    private static AdministrationPage.Section upload() {
        return new AdministrationPage.Upload(
                "table",
                "选表格",
                "第一张表，表头有“姓名”和“账号”，一人一行；同名的加“单位”和“职务”，或加“人员号”。有一行不对，一个都不开。",
                BASE,
                "读这份表格");
    }

    private static ModelAndView refused(List<PeopleTable.Fault> faults) {
        return page(
                "一个账号都没有开", List.of(faults(faults), upload()), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static AdministrationPage.Section faults(List<PeopleTable.Fault> faults) {
        return new AdministrationPage.Table(
                "faults",
                "要改的",
                faults.size() + "处",
                List.of("行", "写的是", "怎么改"),
                faults.stream()
                        .map(
                                fault ->
                                        new AdministrationPage.Line(
                                                List.of(
                                                        Prose.of(
                                                                fault.row() == 0
                                                                        ? "整份"
                                                                        : "第" + fault.row() + "行"),
                                                        Prose.of(fault.written()),
                                                        Prose.EMPTY.failing(fault.remedy())),
                                                List.of()))
                        .toList(),
                Optional.empty());
    }

    private static ModelAndView page(
            String title, List<AdministrationPage.Section> sections, HttpStatus status) {
        AdministrationPage page =
                AdministrationPage.of(
                        Place.ACCOUNTS,
                        new Heading(
                                List.of(new Link("账号", "/administration/accounts")),
                                title,
                                Prose.EMPTY,
                                List.of()),
                        sections);
        ModelAndView shown = new ModelAndView("access/administration", Map.of("page", page));
        shown.setStatus(status);
        return shown;
    }
}
