package org.mingze.access.administration;

import jakarta.servlet.http.HttpServletRequest;
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
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 开账号 — the system administrator finds a registered person and gives an account a name.
@Controller
class OpeningController {
    private static final String BASE = "/administration/accounts";
    private static final ZoneId CIVIL = ZoneId.of("Asia/Shanghai");

    private final OpeningCheck check;
    private final Accounts accounts;
    private final PostsHeld posts;
    private final Auditing auditing;

    OpeningController(OpeningCheck check, Accounts accounts, PostsHeld posts, Auditing auditing) {
        this.check = check;
        this.accounts = accounts;
        this.posts = posts;
        this.auditing = auditing;
    }

    @GetMapping(BASE + "/new")
    ModelAndView ask(SignedIn actor, @RequestParam(defaultValue = "") String find) {
        return page(opening(actor, find, "", "", ""));
    }

    private AdministrationPage opening(
            SignedIn actor, String find, String person, String name, String fault) {
        List<PostsHeld.Named> found =
                find.isBlank()
                        ? List.of()
                        : posts.peopleNamed(actor.county(), find.strip(), today());
        List<AdministrationPage.Section> sections = new ArrayList<>();
        if (!found.isEmpty() || !person.isEmpty()) {
            sections.add(
                    new AdministrationPage.Form(
                            "open",
                            "给谁、叫什么",
                            Prose.EMPTY,
                            BASE,
                            List.of(
                                    choices(actor, found, person),
                                    AdministrationPage.line(
                                            "account", "账号", "小写字母开头，可用数字、点和短横", name, fault)),
                            "开账号"));
        } else {
            sections.add(
                    new AdministrationPage.Table(
                            "people",
                            "先找到这个人",
                            "",
                            List.of(),
                            List.of(),
                            Optional.of(
                                    new Blank(
                                            find.isBlank() ? "写上姓名的一部分，再点筛选" : "机构里没有登记这个人",
                                            find.isBlank() ? "账号总是属于一个登记过的人。" : "先由组织人事部门登记人员和任职。",
                                            Optional.empty()))));
        }
        return new AdministrationPage(
                Place.ACCOUNTS,
                new Heading(List.of(new Link("账号", BASE)), "开账号", Prose.EMPTY, List.of()),
                new Listing(
                        List.of(),
                        Optional.of(new Listing.Filters(BASE + "/new", "姓名或人员号", find, List.of())),
                        Optional.empty()),
                sections);
    }

    private Field choices(SignedIn actor, List<PostsHeld.Named> found, String chosen) {
        List<Field.Option> options = new ArrayList<>();
        if (found.isEmpty()) {
            String name = posts.nameOf(actor.county(), chosen);
            options.add(new Field.Option(chosen, name, true));
        }
        for (PostsHeld.Named each : found) {
            options.add(
                    new Field.Option(
                            each.person(),
                            each.name() + "，" + AccountsController.written(each.posts()),
                            each.person().equals(chosen)));
        }
        return new Field("person", "人", "", true, "", new Field.Control.Menu(options));
    }

    @PostMapping(BASE)
    ModelAndView open(
            SignedIn actor,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String account,
            HttpServletRequest request,
            RedirectAttributes after) {
        String name = Accounts.plain(account);
        Optional<String> fault = check.fault(actor.county(), person, name);
        if (fault.isPresent()) {
            return page(opening(actor, "", person, account, fault.get()));
        }
        String passphrase = Passphrases.oneTime();
        accounts.open(
                new Accounts.Opening(actor.county(), person, name, Office.OFFICIAL),
                passphrase,
                Instant.now());
        auditing.tell(actor, request, TrailLine.Deed.done("开账号", name + "，" + person));
        return AccountsController.handOver(name, passphrase, after);
    }

    private static LocalDate today() {
        return LocalDate.now(CIVIL);
    }

    private static ModelAndView page(AdministrationPage page) {
        return new ModelAndView("access/administration", Map.of("page", page));
    }
}
