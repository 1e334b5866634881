package org.mingze.access.administration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.Accounts;
import org.mingze.access.Counties;
import org.mingze.access.Passphrases;
import org.mingze.access.SignInOutcome;
import org.mingze.access.SignInSentence;
import org.mingze.access.SignedIn;
import org.mingze.access.SigningIn;
import org.mingze.access.factor.Enrolment;
import org.mingze.access.factor.Factors;
import org.mingze.access.session.Gate;
import org.mingze.access.session.Sessions;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.CivilTime;
import org.mingze.access.trail.TrailLine;
import org.mingze.web.Act;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Link;
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

/// 我的账号 — one's own passphrase, second factor and sessions.
@Controller
class OwnAccountController {
    private static final String BASE = "/account";
    private static final String SECRET = "access.factor.secret";

    private final Accounts accounts;
    private final SigningIn signingIn;
    private final Sessions sessions;
    private final Factors factors;
    private final Auditing auditing;
    private final OwnWays ways;
    private final Counties counties;

    OwnAccountController(
            Accounts accounts,
            SigningIn signingIn,
            Sessions sessions,
            Factors factors,
            Auditing auditing,
            OwnWays ways,
            Counties counties) {
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.factors = factors;
        this.auditing = auditing;
        this.ways = ways;
        this.counties = counties;
    }

    @GetMapping(BASE)
    ModelAndView show(SignedIn own, HttpServletRequest request) {
        Optional<Factors.Enrolled> enrolled = factors.enrolled(own.county(), own.signInName());
        List<Fact> facts =
                List.of(
                        Fact.of("账号", own.signInName()),
                        Fact.of("口令", "只有你知道，管理员也看不到"),
                        Fact.of(
                                "第二因素",
                                enrolled.map(
                                                each ->
                                                        CivilTime.minute(each.since())
                                                                + "绑定，恢复码还剩"
                                                                + each.recoveryLeft()
                                                                + "个")
                                        .orElse("没有绑定")));
        List<AdministrationPage.Section> sections = new ArrayList<>();
        sections.add(
                new AdministrationPage.Facts(
                        "own",
                        "登录",
                        facts,
                        enrolled.isPresent()
                                ? List.of(
                                        AdministrationPage.Button.small(
                                                        "换一批恢复码", "", BASE + "/recovery")
                                                .asking("现在的恢复码都不能再用；新的只显示一次，抄好再离开。"))
                                : List.of()));
        sections.addAll(ways.sections(own));
        sections.add(running(own, Gate.current(request)));
        return page(
                new Heading(
                        List.of(),
                        "我的账号",
                        Prose.EMPTY,
                        ways.acts(
                                own,
                                Act.of("改口令", BASE + "/password"),
                                Act.of(
                                        enrolled.isPresent() ? "换手机绑定" : "绑定第二因素",
                                        BASE + "/factor"))),
                sections);
    }

    private AdministrationPage.Table running(SignedIn own, UUID here) {
        List<Sessions.Known> running =
                sessions.running(own.county(), own.signInName(), Instant.now());
        return new AdministrationPage.Table(
                "sessions",
                "正在登录的地方",
                String.valueOf(running.size()),
                List.of("设备", "地址", "登录于", "最近一次"),
                running.stream()
                        .map(
                                each ->
                                        new AdministrationPage.Line(
                                                List.of(
                                                        Prose.of(
                                                                each.told()
                                                                        + (each.id().equals(here)
                                                                                ? "（这里）"
                                                                                : "")),
                                                        Prose.of(each.address()),
                                                        Prose.of(CivilTime.minute(each.started())),
                                                        Prose.of(CivilTime.minute(each.seen()))),
                                                each.id().equals(here)
                                                        ? List.of()
                                                        : List.of(
                                                                AdministrationPage.Button.small(
                                                                        "结束",
                                                                        each.device(),
                                                                        BASE
                                                                                + "/sessions/"
                                                                                + each.id()
                                                                                + "/end"))))
                        .toList(),
                Optional.empty());
    }

    @PostMapping(BASE + "/sessions/{id:[0-9a-f-]{36}}/end")
    String end(
            SignedIn own,
            @PathVariable UUID id,
            HttpServletRequest request,
            RedirectAttributes after) {
        if (!sessions.end(own.county(), own.signInName(), id, Instant.now())) {
            throw new NotFound("没有这次登录", "它可能已经结束，或不是你的。回我的账号看。");
        }
        auditing.tell(own, request, TrailLine.Deed.done("结束登录", own.signInName()));
        after.addFlashAttribute(Notice.FLASH, Notice.done("已结束那一处登录", "那台设备再点一下就要重新登录。"));
        return "redirect:" + BASE;
    }

    @GetMapping(BASE + "/password")
    ModelAndView askPassword() {
        return password("", "", "");
    }

    private static ModelAndView password(String oldFault, String newFault, String againFault) {
        AdministrationPage.Form form =
                new AdministrationPage.Form(
                        "password",
                        "换成自己的",
                        Prose.of("至少12个字符。三四个不相干的词连起来，好记也难猜。"),
                        BASE + "/password",
                        List.of(
                                AdministrationPage.secret("current", "现在的口令", "", oldFault),
                                AdministrationPage.secret("chosen", "新口令", "", newFault),
                                AdministrationPage.secret("again", "再写一遍", "", againFault)),
                        "改口令");
        return page(
                new Heading(List.of(new Link("我的账号", BASE)), "改口令", Prose.EMPTY, List.of()),
                List.of(form));
    }

    @PostMapping(BASE + "/password")
    ModelAndView change(
            SignedIn own,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            RedirectAttributes after) {
        SignInOutcome tried =
                signingIn.attempt(own.county(), own.signInName(), current, Instant.now());
        if (!(tried instanceof SignInOutcome.Admitted)) {
            auditing.tell(own, request, TrailLine.Deed.refused("改口令", "", "现在的口令不对"));
            return password(
                    tried instanceof SignInOutcome.Locked
                            ? SignInSentence.of(tried)
                            : "不对。写现在登录用的口令。",
                    "",
                    "");
        }
        Optional<String> fault =
                chosen.equals(current)
                        ? Optional.of("换一个和现在不同的。")
                        : Passphrases.fault(chosen, own.signInName());
        if (fault.isPresent() || !chosen.equals(again)) {
            return password("", fault.orElse(""), fault.isPresent() ? "" : "两遍不一样。再写一遍。");
        }
        accounts.change(own, chosen);
        sessions.endOthers(own.county(), own.signInName(), Gate.current(request), Instant.now());
        auditing.tell(own, request, TrailLine.Deed.done("改口令", own.signInName()));
        after.addFlashAttribute(Notice.FLASH, Notice.done("口令已改", "别处的登录都已结束。"));
        return new ModelAndView("redirect:" + BASE);
    }

    @GetMapping(BASE + "/factor")
    ModelAndView askFactor(SignedIn own, HttpServletRequest request) {
        byte[] secret = factors.newSecret();
        request.getSession().setAttribute(SECRET, secret);
        return enrolling(own, secret, "");
    }

    private ModelAndView enrolling(SignedIn own, byte[] secret, String fault) {
        Enrolment enrolment =
                Enrolment.of(secret, counties.of(own.county()).name(), own.signInName());
        boolean again = factors.enrolled(own.county(), own.signInName()).isPresent();
        List<org.mingze.web.Field> fields = new ArrayList<>();
        fields.add(AdministrationPage.secret("current", "现在的口令", "", ""));
        fields.add(
                new org.mingze.web.Field(
                        "code",
                        "动态码",
                        "手机上的六位数",
                        true,
                        fault,
                        new org.mingze.web.Field.Control.Line("", "number", "")));
        return page(
                new Heading(
                        List.of(new Link("我的账号", BASE)),
                        again ? "换手机绑定" : "绑定第二因素",
                        Prose.of("绑定后，登录时除了口令，还要填手机上每三十秒一换的六位数。"),
                        List.of()),
                List.of(
                        new AdministrationPage.Scan(
                                "一、用手机上的验证器扫码",
                                "任何一种按RFC 6238生成动态码的验证器都可以。",
                                enrolment.side(),
                                enrolment.path(),
                                enrolment.typed()),
                        new AdministrationPage.Form(
                                "confirm",
                                "二、填上它显示的六位数",
                                Prose.EMPTY,
                                BASE + "/factor",
                                fields,
                                "绑定")));
    }

    @PostMapping(BASE + "/factor")
    ModelAndView enrol(
            SignedIn own,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        HttpSession session = request.getSession();
        if (!(session.getAttribute(SECRET) instanceof byte[] secret)) {
            return new ModelAndView("redirect:" + BASE + "/factor");
        }
        Instant now = Instant.now();
        SignInOutcome tried = signingIn.attempt(own.county(), own.signInName(), current, now);
        if (!(tried instanceof SignInOutcome.Admitted)) {
            return enrolling(own, secret, "现在的口令不对。两项都再填一遍。");
        }
        Optional<List<String>> codes = factors.enrol(own, secret, code, now);
        if (codes.isEmpty()) {
            return enrolling(own, secret, "对不上。核对手机的时间，填它此刻显示的六位数。");
        }
        session.removeAttribute(SECRET);
        sessions.passCode(own, Gate.current(request));
        sessions.endOthers(own.county(), own.signInName(), Gate.current(request), now);
        auditing.tell(own, request, TrailLine.Deed.done("绑定第二因素", own.signInName()));
        return recovery("第二因素已绑定", codes.get());
    }

    @PostMapping(BASE + "/recovery")
    ModelAndView renew(SignedIn own, HttpServletRequest request) {
        if (factors.enrolled(own.county(), own.signInName()).isEmpty()) {
            throw new NotFound("还没有绑定第二因素", "先在我的账号里绑定。");
        }
        List<String> codes = factors.renewRecovery(own);
        auditing.tell(own, request, TrailLine.Deed.done("换恢复码", own.signInName()));
        return recovery("恢复码已换", codes);
    }

    private static ModelAndView recovery(String title, List<String> codes) {
        return page(
                new Heading(
                        List.of(new Link("我的账号", BASE)),
                        title,
                        Prose.EMPTY,
                        List.of(Act.main("记好了", BASE))),
                List.of(
                        new AdministrationPage.Secret(
                                "恢复码" + codes.size() + "个，只显示这一次",
                                "手机丢了，用一个恢复码代替动态码。抄在纸上锁好；每个只能用一次。",
                                codes)));
    }

    private static ModelAndView page(Heading heading, List<AdministrationPage.Section> sections) {
        return new ModelAndView(
                "access/administration",
                Map.of("page", AdministrationPage.of(Place.OWN_ACCOUNT, heading, sections)));
    }
}
