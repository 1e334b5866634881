package org.mingze.access.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.Accounts;
import org.mingze.access.Office;
import org.mingze.access.Passphrases;
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

/// 从表格开账号 — the system administrator opens the accounts of many people, all of them or none;
/// each waits for the security administrator, as one that is opened by itself.
@Controller
class TableController {
    private static final String BASE = "/administration/accounts/table";

    private final OpeningCheck check;
    private final Accounts accounts;
    private final PostsHeld posts;
    private final Auditing auditing;
    private final TransactionTemplate transactions;

    TableController(
            OpeningCheck check,
            Accounts accounts,
            PostsHeld posts,
            Auditing auditing,
            TransactionTemplate transactions) {
        this.check = check;
        this.accounts = accounts;
        this.posts = posts;
        this.auditing = auditing;
        this.transactions = transactions;
    }

    @GetMapping(BASE)
    ModelAndView ask() {
        return page("从表格开账号", List.of(upload()), HttpStatus.OK);
    }

    @PostMapping(BASE)
    ModelAndView open(
            SignedIn actor,
            @RequestParam(name = "file", required = false) Optional<MultipartFile> file,
            HttpServletRequest request)
            throws IOException {
        PeopleTable.Read read = read(actor, file);
        if (!read.faults().isEmpty()) {
            return page(
                    "一个账号都没有开", List.of(faults(read), upload()), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        List<String> lines = transactions.execute(_ -> opened(actor, read.wanted(), request));
        return page(
                "开了" + lines.size() + "个账号",
                List.of(
                        new AdministrationPage.Secret(
                                "一次性口令", "只显示这一次，印出来裁开，当面交给各人。安全管理员启用后，各人用它登录一次，随即改成自己的。", lines)),
                HttpStatus.OK);
    }

    private PeopleTable.Read read(SignedIn actor, Optional<MultipartFile> file) throws IOException {
        if (file.isEmpty() || file.get().isEmpty()) {
            return PeopleTable.Read.refused("没有选文件，选一份表格再送");
        }
        Path kept = Files.createTempFile("accounts", ".table");
        try {
            file.get().transferTo(kept);
            LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
            return new PeopleTable(actor.county(), posts, check, today)
                    .read(kept, String.valueOf(file.get().getOriginalFilename()));
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private List<String> opened(
            SignedIn actor, List<PeopleTable.Wanted> wanted, HttpServletRequest request) {
        List<String> lines = new ArrayList<>();
        for (PeopleTable.Wanted each : wanted) {
            String passphrase = Passphrases.oneTime();
            accounts.open(
                    new Accounts.Opening(
                            actor.county(), each.person(), each.account(), Office.OFFICIAL),
                    passphrase,
                    Instant.now());
            auditing.tell(
                    actor,
                    request,
                    TrailLine.Deed.done("开账号", each.account() + "，" + each.person()));
            lines.add(each.name() + "　" + each.account() + "　" + passphrase);
        }
        return lines;
    }

    private static AdministrationPage.Section upload() {
        return new AdministrationPage.Upload(
                "table", "选表格", "第一张表，表头有“姓名”和“账号”，一人一行；同名的加“人员号”或“岗位”。有一行不对，一个都不开。", BASE, "开账号");
    }

    private static AdministrationPage.Section faults(PeopleTable.Read read) {
        return new AdministrationPage.Table(
                "faults",
                "要改的",
                read.faults().size() + "处",
                List.of("行", "写的是", "怎么改"),
                read.faults().stream()
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
