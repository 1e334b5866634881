package org.mingze.access.administration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingze.access.HeldPost;
import org.mingze.access.PostsHeld;
import org.mingze.access.SignedIn;
import org.mingze.access.trail.CivilTime;
import org.mingze.access.trail.Trail;
import org.mingze.access.trail.TrailAct;
import org.mingze.access.trail.TrailLine;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Listing;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 查审计 — the audit administrator reads the trail; there is nothing here that changes anything.
@Controller
class TrailController {
    private static final String BASE = "/administration/trail";
    private static final int PAGE = 50;
    private static final List<String> ACTS = TrailAct.words();
    private static final ZoneId CIVIL = ZoneId.of("Asia/Shanghai");

    private final Trail trail;
    private final PostsHeld posts;

    TrailController(Trail trail, PostsHeld posts) {
        this.trail = trail;
        this.posts = posts;
    }

    @GetMapping(BASE)
    ModelAndView list(
            SignedIn actor,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "0") int page) {
        int at = Math.clamp(page, 0, 100_000);
        Trail.Question question =
                new Trail.Question(
                        find.strip(),
                        named(actor, find.strip()),
                        whose(actor, who.strip()),
                        ACTS.contains(act) ? act : "",
                        day(from),
                        day(to));
        long count = trail.count(actor.county(), question);
        List<TrailLine> lines = trail.lines(actor.county(), question, at * PAGE, PAGE);
        AdministrationPage.Table table =
                new AdministrationPage.Table(
                        "lines",
                        "审计",
                        "",
                        List.of("号", "时间", "账号", "身份", "做了什么", "对象", "密类", "结果", "地址", "请求"),
                        lines.stream().map(line -> line(actor.county(), line)).toList(),
                        Optional.of(new Blank("没有这样的审计", "放宽筛选再看。", Optional.empty())));
        Heading heading =
                new Heading(
                        List.of(),
                        "审计" + count + "条",
                        Prose.of("登录和拒绝、管理动作、读“个人”和“涉案”内容，各记一条。只能添，不能改、不能删。"),
                        List.of(Act.of("核验", BASE + "/check")));
        String query =
                BASE
                        + "?find="
                        + encoded(find)
                        + "&who="
                        + encoded(who)
                        + "&act="
                        + encoded(act)
                        + "&from="
                        + encoded(from)
                        + "&to="
                        + encoded(to)
                        + "&page=";
        Listing.Filters filters =
                new Listing.Filters(
                        BASE,
                        "岗位、地址、对象",
                        find,
                        List.of(acts(act)),
                        List.of(
                                new Listing.Entry("who", "姓名或账号", "text", who),
                                new Listing.Entry("from", "自", "date", written(question.from())),
                                new Listing.Entry("to", "至", "date", written(question.to()))));
        return page(
                new AdministrationPage(
                        Place.TRAIL,
                        heading,
                        new Listing(
                                List.of(),
                                Optional.of(filters),
                                Optional.of(pager(query, at, count))),
                        List.of(table)));
    }

    /// The people and posts whose names hold the words.
    private List<String> named(SignedIn actor, String words) {
        if (words.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(CIVIL);
        return Stream.concat(
                        posts.peopleNamed(actor.county(), words, today).stream()
                                .map(PostsHeld.Named::person),
                        posts.postsNamed(actor.county(), words, today).stream().map(HeldPost::code))
                .toList();
    }

    /// The account of this name, and the people of this name.
    private List<String> whose(SignedIn actor, String who) {
        if (who.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(who),
                        posts.peopleNamed(actor.county(), who, LocalDate.now(CIVIL)).stream()
                                .map(PostsHeld.Named::person))
                .toList();
    }

    private static String written(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static Listing.Pager pager(String query, int page, long count) {
        long last = Math.max(0, (count - 1) / PAGE);
        return new Listing.Pager(
                "第" + (page + 1) + "页，共" + (last + 1) + "页",
                page == 0 ? Optional.empty() : Optional.of(query + (page - 1)),
                page >= last ? Optional.empty() : Optional.of(query + (page + 1)));
    }

    private static Listing.Menu acts(String act) {
        List<Field.Option> acts = new ArrayList<>();
        acts.add(new Field.Option("", "全部", act.isEmpty()));
        ACTS.forEach(each -> acts.add(new Field.Option(each, each, each.equals(act))));
        return new Listing.Menu("act", "动作", acts);
    }

    private AdministrationPage.Line line(int county, TrailLine line) {
        LocalDate day = line.at().atZone(CIVIL).toLocalDate();
        String name =
                line.who().person().isEmpty() ? "" : posts.nameOf(county, line.who().person());
        boolean told = !name.isEmpty() && !name.equals(line.who().person());
        return new AdministrationPage.Line(
                List.of(
                        Prose.of(String.valueOf(line.number())),
                        Prose.of(CivilTime.second(line.at())),
                        Prose.of(line.who().account() + (told ? "，" + name : "")),
                        Prose.of(acting(county, line.who(), day)),
                        Prose.of(line.deed().act()),
                        Prose.of(subject(county, line.deed().subject(), day)),
                        Prose.of(line.deed().fieldClass()),
                        line.deed().outcome().startsWith("拒")
                                ? Prose.EMPTY.failing(line.deed().outcome())
                                : Prose.of(line.deed().outcome()),
                        Prose.of(line.who().address()),
                        Prose.of(RouteWords.of(line.route()))),
                List.of());
    }

    /// The post or office that acted, or the posts held at the sign-in; where an older line tells
    /// none, those of that day.
    private String acting(int county, TrailLine.Who who, LocalDate day) {
        return who.post().isEmpty() && !who.person().isEmpty()
                ? posts.of(county, who.person(), day).stream()
                        .map(HeldPost::name)
                        .collect(Collectors.joining("、"))
                : who.posts().stream()
                        .map(post -> posts.postNameOf(county, post, day))
                        .collect(Collectors.joining(TrailLine.Who.AND));
    }

    /// What it was done to, people and posts by name, an address by its page.
    private String subject(int county, String written, LocalDate day) {
        if (written.startsWith("/")) {
            String page = RouteWords.page(written);
            return page.isEmpty() ? written : page + "（" + written + "）";
        }
        return Arrays.stream(written.split("，", -1))
                .map(each -> posts.nameOf(county, posts.postNameOf(county, each, day)))
                .collect(Collectors.joining("，"));
    }

    @GetMapping(BASE + "/check")
    ModelAndView check(SignedIn actor) {
        Trail.Checked checked = trail.verify(actor.county());
        return page(
                AdministrationPage.of(
                        Place.TRAIL,
                        new Heading(
                                List.of(new Link("审计", BASE)),
                                checked.fault().isEmpty() ? "审计核验无误" : "审计对不上",
                                Prose.of(checked.sentence()),
                                List.of()),
                        List.of()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static ModelAndView page(AdministrationPage page) {
        return new ModelAndView("access/administration", Map.of("page", page));
    }
}
