package org.mingze.access.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Accounts;
import org.mingze.access.PostsHeld;
import org.mingze.access.SignedIn;
import org.mingze.access.external.Bindings;
import org.mingze.access.factor.Factors;
import org.mingze.access.passkey.Passkeys;
import org.mingze.access.session.Sessions;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.CivilTime;
import org.mingze.access.trail.TrailLine;
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

/// 授权 — the security administrator releases and stops accounts, requires and drops second factors;
/// opens no account and sees no passphrase.
@Controller
class RightsController {
    private static final String BASE = "/administration/security";
    private static final String ONE = BASE + "/accounts/{account}";
    private static final ZoneId CIVIL = ZoneId.of("Asia/Shanghai");

    private final AccountRegister register;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Factors factors;
    private final Passkeys passkeys;
    private final Bindings bindings;
    private final PostsHeld posts;
    private final Auditing auditing;

    RightsController(
            AccountRegister register,
            Accounts accounts,
            Sessions sessions,
            Factors factors,
            Passkeys passkeys,
            Bindings bindings,
            PostsHeld posts,
            Auditing auditing) {
        this.register = register;
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
        this.passkeys = passkeys;
        this.bindings = bindings;
        this.posts = posts;
        this.auditing = auditing;
    }

    @GetMapping(BASE + "/accounts")
    ModelAndView list(
            SignedIn actor,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "0") int page) {
        int at = Math.clamp(page, 0, 10_000);
        List<String> people =
                find.isBlank()
                        ? List.of()
                        : posts
                                .peopleNamed(actor.county(), find.strip(), LocalDate.now(CIVIL))
                                .stream()
                                .map(PostsHeld.Named::person)
                                .toList();
        List<AccountRegister.Account> found =
                register.list(actor.county(), find.strip(), people, false, at);
        String query = BASE + "/accounts?find=" + encoded(find) + "&page=";
        Listing listing =
                new Listing(
                        List.of(),
                        Optional.of(
                                new Listing.Filters(BASE + "/accounts", "账号或姓名", find, List.of())),
                        Optional.of(
                                new Listing.Pager(
                                        "第" + (at + 1) + "页",
                                        at == 0 ? Optional.empty() : Optional.of(query + (at - 1)),
                                        found.size() < AccountRegister.PAGE
                                                ? Optional.empty()
                                                : Optional.of(query + (at + 1)))));
        AdministrationPage.Table table =
                new AdministrationPage.Table(
                        "accounts",
                        "账号",
                        "",
                        List.of("账号", "人", "状态", "第二因素"),
                        found.stream().map(each -> row(actor.county(), each)).toList(),
                        Optional.of(new Blank("没有这样的账号", "换个写法再找。", Optional.empty())));
        return page(
                new AdministrationPage(
                        Place.SECURITY,
                        new Heading(
                                List.of(new Link("安全", BASE)), "账号和第二因素", Prose.EMPTY, List.of()),
                        listing,
                        List.of(table)));
    }

    private AdministrationPage.Line row(int county, AccountRegister.Account account) {
        return new AdministrationPage.Line(
                List.of(
                        Prose.EMPTY.reference(account.signInName(), address(account)),
                        Prose.of(name(county, account)),
                        Prose.of(account.state()),
                        Prose.of(factorWord(account))),
                List.of());
    }

    private static String factorWord(AccountRegister.Account account) {
        String required = account.factorRequired() ? "必须" : "自愿";
        return account.enrolled().isPresent() ? "已绑定，" + required : "未绑定，" + required;
    }

    @GetMapping(ONE)
    ModelAndView show(SignedIn actor, @PathVariable String account) {
        AccountRegister.Account found = find(actor, account);
        List<Fact> facts =
                List.of(
                        Fact.of("人", name(actor.county(), found)),
                        Fact.of("状态", found.state()),
                        Fact.of("第二因素", factorWord(found)),
                        Fact.of("上次登录", found.signedIn().map(CivilTime::minute).orElse("没有登录过")));
        List<AdministrationPage.Section> sections = new ArrayList<>();
        sections.add(
                new AdministrationPage.Facts(
                        "account",
                        "账号",
                        facts,
                        found.office().administers() ? List.of() : acts(found)));
        bindings.of(actor.county(), found.signInName())
                .map(bound -> OwnWays.external(bound, address(found) + "/unbind"))
                .ifPresent(sections::add);
        sections.add(
                SecurityController.running(
                        sessions.running(actor.county(), found.signInName(), Instant.now()),
                        new UUID(0, 0)));
        return page(
                AdministrationPage.of(
                        Place.SECURITY,
                        new Heading(
                                List.of(new Link("安全", BASE), new Link("账号", BASE + "/accounts")),
                                found.signInName(),
                                Prose.of(
                                        found.office().administers()
                                                ? "管理员的账号由本人管，这里只能结束它的登录。"
                                                : ""),
                                List.of()),
                        sections));
    }

    private static List<AdministrationPage.Button> acts(AccountRegister.Account found) {
        List<AdministrationPage.Button> acts = new ArrayList<>();
        String at = address(found);
        if (found.closed().isEmpty()) {
            acts.add(
                    found.released().isEmpty()
                            ? AdministrationPage.Button.small("启用", "", at + "/release")
                            : AdministrationPage.Button.small("停用", "", at + "/suspend").grave());
            acts.add(
                    found.factorRequired()
                            ? AdministrationPage.Button.small("不再要求第二因素", "", at + "/waive")
                            : AdministrationPage.Button.small("要求第二因素", "", at + "/require"));
        }
        if (found.enrolled().isPresent()) {
            acts.add(
                    AdministrationPage.Button.small("解除第二因素", "", at + "/drop")
                            .grave()
                            .asking("绑定的验证器和通行密钥都作废，下次登录要重新绑定。"));
        }
        return acts;
    }

    @PostMapping(ONE + "/{act:release|suspend|require|waive|drop|unbind}")
    ModelAndView act(
            SignedIn actor,
            @PathVariable String account,
            @PathVariable String act,
            HttpServletRequest request,
            RedirectAttributes after) {
        AccountRegister.Account found = changeable(actor, account);
        if (found.closed().isPresent()) {
            String why = "账号已经关闭";
            auditing.tell(actor, request, TrailLine.Deed.refused("改账号", found.signInName(), why));
            throw new NotPermitted(why + "，没有改", "页面是关闭以前打开的。", "要再用，先由系统管理员重新开通，再来启用。");
        }
        String word = carriedOut(actor.county(), found.signInName(), act);
        auditing.tell(actor, request, TrailLine.Deed.done(word, found.signInName()));
        after.addFlashAttribute(Notice.FLASH, Notice.done(word + "：" + found.signInName(), ""));
        return new ModelAndView("redirect:" + address(found));
    }

    private String carriedOut(int county, String account, String act) {
        Instant now = Instant.now();
        return switch (act) {
            case "release" -> {
                accounts.release(county, account, now);
                yield "启用账号";
            }
            case "suspend" -> {
                register.suspend(county, account);
                sessions.endOthers(county, account, new UUID(0, 0), now);
                yield "停用账号";
            }
            case "require" -> {
                register.requireFactor(county, account, true);
                yield "要求第二因素";
            }
            case "waive" -> {
                register.requireFactor(county, account, false);
                yield "不再要求第二因素";
            }
            case "unbind" -> {
                bindings.remove(county, account);
                yield "解除外部认证";
            }
            default -> {
                factors.drop(county, account);
                passkeys.drop(county, account);
                yield "解除第二因素";
            }
        };
    }

    private AccountRegister.Account find(SignedIn actor, String account) {
        return register.find(actor.county(), account)
                .orElseThrow(() -> new NotFound("没有账号" + account, "从账号册里找。"));
    }

    private AccountRegister.Account changeable(SignedIn actor, String account) {
        AccountRegister.Account found = find(actor, account);
        if (found.office().administers()) {
            throw new NotPermitted(
                    "管理员的账号不由管理员改", "你能管普通账号的启用、第二因素和登录。", "管理员的第二因素由本人管；口令丢了，在主机上重置。");
        }
        return found;
    }

    private String name(int county, AccountRegister.Account account) {
        return account.office().administers()
                ? account.office().word()
                : posts.nameOf(county, account.person());
    }

    private static String address(AccountRegister.Account account) {
        return BASE + "/accounts/" + account.signInName();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static ModelAndView page(AdministrationPage page) {
        return new ModelAndView("access/administration", Map.of("page", page));
    }
}
