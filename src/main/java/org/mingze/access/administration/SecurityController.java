package org.mingze.access.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Accounts;
import org.mingze.access.PostsHeld;
import org.mingze.access.SignedIn;
import org.mingze.access.SigningIn;
import org.mingze.access.session.Gate;
import org.mingze.access.session.Sessions;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.CivilTime;
import org.mingze.access.trail.TrailLine;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Heading;
import org.mingze.web.NotFound;
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

/// 安全管理 — what waits for the security administrator: accounts to release, names to unlock,
/// and where people are signed in.
@Controller
class SecurityController {
    private static final String BASE = "/administration/security";

    private final AccountRegister register;
    private final Sessions sessions;
    private final SigningIn signingIn;
    private final PostsHeld posts;
    private final Auditing auditing;

    SecurityController(
            AccountRegister register,
            Sessions sessions,
            SigningIn signingIn,
            PostsHeld posts,
            Auditing auditing) {
        this.register = register;
        this.sessions = sessions;
        this.signingIn = signingIn;
        this.posts = posts;
        this.auditing = auditing;
    }

    @GetMapping(BASE)
    ModelAndView overview(SignedIn actor, HttpServletRequest request) {
        Instant now = Instant.now();
        int county = actor.county();
        List<AccountRegister.Account> waiting = register.list(county, "", List.of(), true, 0);
        List<SigningIn.Locked> locked = signingIn.locked(county, now);
        List<Sessions.Known> running = sessions.running(county, "", now);
        Heading heading =
                new Heading(
                        List.of(),
                        waiting.isEmpty() && locked.isEmpty()
                                ? "没有等着启用和解锁的账号"
                                : "等着启用" + waiting.size() + "个，锁定" + locked.size() + "个",
                        Prose.of("启用账号、解锁、结束登录、要求第二因素、收回密类。"),
                        List.of(
                                Act.of("全部账号", BASE + "/accounts"),
                                Act.of("密类", BASE + "/classes")));
        return page(
                AdministrationPage.of(
                        Place.SECURITY,
                        heading,
                        List.of(
                                waiting(county, waiting),
                                locked(locked),
                                running(running, Gate.current(request)))));
    }

    private AdministrationPage.Table waiting(int county, List<AccountRegister.Account> waiting) {
        return new AdministrationPage.Table(
                "waiting",
                "待启用",
                String.valueOf(waiting.size()),
                List.of("账号", "人", "开于"),
                waiting.stream()
                        .map(
                                each ->
                                        new AdministrationPage.Line(
                                                List.of(
                                                        Prose.EMPTY.reference(
                                                                each.signInName(), address(each)),
                                                        Prose.of(
                                                                posts.nameOf(
                                                                        county, each.person())),
                                                        Prose.of(CivilTime.minute(each.created()))),
                                                List.of(
                                                        AdministrationPage.Button.small(
                                                                "启用",
                                                                each.signInName(),
                                                                address(each) + "/release"))))
                        .toList(),
                Optional.of(new Blank("没有等着启用的账号", "系统管理员新开或重置的账号会列在这里。", Optional.empty())));
    }

    private static AdministrationPage.Table locked(List<SigningIn.Locked> locked) {
        return new AdministrationPage.Table(
                "locked",
                "锁定",
                String.valueOf(locked.size()),
                List.of("登录名", "锁到"),
                locked.stream()
                        .map(
                                each ->
                                        new AdministrationPage.Line(
                                                List.of(
                                                        Prose.of(each.name()),
                                                        Prose.of(CivilTime.minute(each.until()))),
                                                List.of(
                                                        AdministrationPage.Button.small(
                                                                "解锁",
                                                                each.name(),
                                                                BASE
                                                                        + "/unlock?name="
                                                                        + encoded(each.name())))))
                        .toList(),
                Optional.of(new Blank("没有锁定的登录名", "连续输错五次会锁十五分钟。", Optional.empty())));
    }

    static AdministrationPage.Table running(List<Sessions.Known> running, UUID own) {
        return new AdministrationPage.Table(
                "running",
                "正在登录",
                String.valueOf(running.size()),
                List.of("账号", "设备", "地址", "登录于", "最近一次"),
                running.stream()
                        .map(
                                each ->
                                        new AdministrationPage.Line(
                                                List.of(
                                                        Prose.of(each.signInName()),
                                                        Prose.of(each.told()),
                                                        Prose.of(each.address()),
                                                        Prose.of(CivilTime.minute(each.started())),
                                                        Prose.of(CivilTime.minute(each.seen()))),
                                                each.id().equals(own)
                                                        ? List.of()
                                                        : List.of(
                                                                AdministrationPage.Button.small(
                                                                        "结束",
                                                                        each.signInName(),
                                                                        BASE
                                                                                + "/sessions/"
                                                                                + each.id()
                                                                                + "/end"))))
                        .toList(),
                Optional.empty());
    }

    @PostMapping(BASE + "/unlock")
    ModelAndView unlock(
            SignedIn actor,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            RedirectAttributes after) {
        String account = Accounts.plain(name);
        Instant now = Instant.now();
        if (signingIn.locked(actor.county(), now).stream()
                .noneMatch(each -> each.name().equals(account))) {
            throw new NotFound("没有锁定的登录名“" + account + "”", "回安全管理页看锁定的名单，锁已经到时的不用解。");
        }
        signingIn.unlock(actor.county(), account, now);
        auditing.tell(actor, request, TrailLine.Deed.done("解锁", account));
        after.addFlashAttribute(Notice.FLASH, Notice.done("已解锁" + account, ""));
        return new ModelAndView("redirect:" + BASE);
    }

    @PostMapping(BASE + "/sessions/{id:[0-9a-f-]{36}}/end")
    ModelAndView end(
            SignedIn actor,
            @PathVariable UUID id,
            HttpServletRequest request,
            RedirectAttributes after) {
        String account =
                sessions.accountOf(actor.county(), id)
                        .orElseThrow(() -> new NotFound("没有这次登录", "它可能已经结束。回安全页看。"));
        sessions.end(actor.county(), account, id, Instant.now());
        auditing.tell(actor, request, TrailLine.Deed.done("结束登录", account));
        after.addFlashAttribute(Notice.FLASH, Notice.done("已结束" + account + "的一处登录", ""));
        return new ModelAndView("redirect:" + BASE);
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
