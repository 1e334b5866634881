package org.mingze.access.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingze.access.Accounts;
import org.mingze.access.HeldPost;
import org.mingze.access.PostsHeld;
import org.mingze.access.SignedIn;
import org.mingze.access.session.Sessions;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.CivilTime;
import org.mingze.access.trail.TrailLine;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Notice;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 账号管理 — the system administrator opens, closes and resets accounts of people. Each waits until
/// the security administrator releases it: nobody can both make an account and use it.
@Controller
class AccountsController {
    private static final String BASE = "/administration/accounts";
    private static final ZoneId CIVIL = ZoneId.of("Asia/Shanghai");

    private final AccountRegister register;
    private final Accounts accounts;
    private final Sessions sessions;
    private final PostsHeld posts;
    private final Auditing auditing;

    AccountsController(
            AccountRegister register,
            Accounts accounts,
            Sessions sessions,
            PostsHeld posts,
            Auditing auditing) {
        this.register = register;
        this.accounts = accounts;
        this.sessions = sessions;
        this.posts = posts;
        this.auditing = auditing;
    }

    @GetMapping("/administration")
    String start(SignedIn actor) {
        return "redirect:" + actor.office().home();
    }

    @GetMapping(BASE)
    ModelAndView list(
            SignedIn actor,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "0") int page) {
        int at = Math.clamp(page, 0, 10_000);
        List<String> people =
                find.isBlank()
                        ? List.of()
                        : posts.peopleNamed(actor.county(), find.strip(), today()).stream()
                                .map(PostsHeld.Named::person)
                                .toList();
        List<AccountRegister.Account> found =
                register.list(actor.county(), find.strip(), people, false, at);
        Heading heading =
                new Heading(
                        List.of(),
                        "账号" + register.count(actor.county()) + "个",
                        Prose.of("开账号、关账号、重置口令。新开和重置的账号，由安全管理员启用后才能登录。"),
                        List.of(Act.main("开账号", BASE + "/new"), Act.of("从表格开账号", BASE + "/table")));
        AdministrationPage.Table table =
                new AdministrationPage.Table(
                        "accounts",
                        find.isBlank() ? "全部" : "找到的",
                        "",
                        List.of("账号", "人", "岗位", "状态", "上次登录"),
                        found.stream().map(each -> row(actor, each)).toList(),
                        Optional.of(new Blank("没有这样的账号", "换个写法再找，或为这个人开一个。", Optional.empty())));
        return page(
                new AdministrationPage(
                        Place.ACCOUNTS, heading, listing(find, at, found.size()), List.of(table)));
    }

    private static Listing listing(String find, int page, int found) {
        String query =
                "?find="
                        + java.net.URLEncoder.encode(find, java.nio.charset.StandardCharsets.UTF_8)
                        + "&page=";
        return new Listing(
                List.of(),
                Optional.of(new Listing.Filters(BASE, "账号或姓名", find, List.of())),
                Optional.of(
                        new Listing.Pager(
                                "第" + (page + 1) + "页",
                                page == 0
                                        ? Optional.empty()
                                        : Optional.of(BASE + query + (page - 1)),
                                found < AccountRegister.PAGE
                                        ? Optional.empty()
                                        : Optional.of(BASE + query + (page + 1)))));
    }

    private AdministrationPage.Line row(SignedIn actor, AccountRegister.Account account) {
        return new AdministrationPage.Line(
                List.of(
                        Prose.EMPTY.reference(account.signInName(), address(account)),
                        Prose.of(name(actor.county(), account)),
                        Prose.of(work(actor.county(), account)),
                        Prose.of(account.state()),
                        Prose.of(account.signedIn().map(CivilTime::minute).orElse("没有登录过"))),
                List.of());
    }

    @GetMapping(BASE + "/{account}")
    ModelAndView show(SignedIn actor, @PathVariable String account) {
        AccountRegister.Account found = find(actor, account);
        List<AdministrationPage.Button> buttons = new ArrayList<>();
        if (!found.office().administers()) {
            boolean closed = found.closed().isPresent();
            buttons.add(
                    AdministrationPage.Button.small(
                                    closed ? "重开并发口令" : "重置口令", "", address(found) + "/reset")
                            .asking("现在的口令不能再用，登录都结束；新口令只显示一次，由安全管理员启用后才能用。"));
            if (!closed) {
                buttons.add(
                        AdministrationPage.Button.small("关闭账号", "", address(found) + "/close")
                                .grave()
                                .asking(
                                        "登录都结束，不能再登录；记录和任职不受影响，以后可以重开。"
                                                + held(actor.county(), found)));
            }
        }
        List<Fact> facts =
                List.of(
                        Fact.of("人", name(actor.county(), found)),
                        Fact.of("岗位", work(actor.county(), found)),
                        Fact.of("状态", found.state()),
                        Fact.of("开于", CivilTime.minute(found.created())),
                        Fact.of("上次登录", found.signedIn().map(CivilTime::minute).orElse("没有登录过")));
        return page(
                AdministrationPage.of(
                        Place.ACCOUNTS,
                        new Heading(
                                List.of(new Link("账号", BASE)),
                                found.signInName(),
                                Prose.of(
                                        found.office().administers()
                                                ? "管理员的账号由本人管；口令丢了，在主机上重置。"
                                                : "口令只有本人知道。重置后的口令只显示一次，当面交给本人。"),
                                List.of()),
                        List.of(new AdministrationPage.Facts("account", "账号", facts, buttons))));
    }

    @PostMapping(BASE + "/{account}/reset")
    ModelAndView reset(
            SignedIn actor,
            @PathVariable String account,
            HttpServletRequest request,
            RedirectAttributes after) {
        AccountRegister.Account found = changeable(actor, account);
        String passphrase = accounts.reset(actor.county(), found.signInName());
        sessions.endOthers(actor.county(), found.signInName(), new UUID(0, 0), Instant.now());
        auditing.tell(actor, request, TrailLine.Deed.done("重置口令", found.signInName()));
        return handOver(found.signInName(), passphrase, after);
    }

    @PostMapping(BASE + "/{account}/close")
    ModelAndView close(
            SignedIn actor,
            @PathVariable String account,
            HttpServletRequest request,
            RedirectAttributes after) {
        AccountRegister.Account found = changeable(actor, account);
        register.close(actor.county(), found.signInName(), Instant.now());
        sessions.endOthers(actor.county(), found.signInName(), new UUID(0, 0), Instant.now());
        auditing.tell(actor, request, TrailLine.Deed.done("关闭账号", found.signInName()));
        after.addFlashAttribute(
                Notice.FLASH, Notice.done("已关闭" + found.signInName(), "他的登录都已结束。记录和任职不受影响。"));
        return new ModelAndView("redirect:" + address(found));
    }

    static ModelAndView handOver(String account, String passphrase, RedirectAttributes after) {
        after.addFlashAttribute(
                Notice.FLASH,
                Notice.done(
                        account + "的一次性口令：" + passphrase,
                        "只显示这一次，当面交给本人。安全管理员启用后，他用它登录一次，随即改成自己的。"));
        return new ModelAndView("redirect:" + BASE + "/" + account);
    }

    private AccountRegister.Account find(SignedIn actor, String account) {
        return register.find(actor.county(), account)
                .orElseThrow(() -> new NotFound("没有账号" + account, "从账号册里找。"));
    }

    private AccountRegister.Account changeable(SignedIn actor, String account) {
        AccountRegister.Account found = find(actor, account);
        if (found.office().administers()) {
            throw new NotPermitted("管理员的账号不由管理员改", "你能开、关和重置普通账号。", "管理员丢了口令，由管主机的人在主机上重置。");
        }
        return found;
    }

    private String name(int county, AccountRegister.Account account) {
        return account.office().administers()
                ? account.office().word()
                : posts.nameOf(county, account.person());
    }

    private String work(int county, AccountRegister.Account account) {
        return account.office().administers()
                ? "—"
                : written(posts.of(county, account.person(), today()));
    }

    /// What is warned of before an account is closed whose person still holds posts.
    private String held(int county, AccountRegister.Account account) {
        List<HeldPost> held = posts.of(county, account.person(), today());
        return held.isEmpty() ? "" : "他今天还任" + written(held) + "；要免的，另办任免。";
    }

    static String written(List<HeldPost> held) {
        return held.isEmpty()
                ? "今天没有岗位"
                : held.stream().map(HeldPost::name).collect(Collectors.joining("、"));
    }

    private static String address(AccountRegister.Account account) {
        return BASE + "/" + account.signInName();
    }

    private static LocalDate today() {
        return LocalDate.now(CIVIL);
    }

    private static ModelAndView page(AdministrationPage page) {
        return new ModelAndView("access/administration", Map.of("page", page));
    }
}
