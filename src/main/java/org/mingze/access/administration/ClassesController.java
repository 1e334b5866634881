package org.mingze.access.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingze.access.ClassesWithheld;
import org.mingze.access.HeldPost;
import org.mingze.access.PostsHeld;
import org.mingze.access.SignedIn;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.CivilTime;
import org.mingze.access.trail.TrailLine;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Notice;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// 密类管理 — the security administrator takes 个人 or 涉案 from a post and gives it back.
@Controller
class ClassesController {
    private static final String BASE = "/administration/security/classes";
    private static final Set<String> CLASSES = Set.of("个人", "涉案");

    private final ClassesWithheld withheld;
    private final PostsHeld posts;
    private final Auditing auditing;

    ClassesController(ClassesWithheld withheld, PostsHeld posts, Auditing auditing) {
        this.withheld = withheld;
        this.posts = posts;
        this.auditing = auditing;
    }

    /// 所填 — what was typed, and what is wrong with it.
    private record Typed(
            String post, String fieldClass, String reason, String postFault, String reasonFault) {
        static final Typed NOTHING = new Typed("", "个人", "", "", "");
    }

    @GetMapping(BASE)
    ModelAndView show(SignedIn actor) {
        return page(actor, Typed.NOTHING);
    }

    @PostMapping(BASE)
    ModelAndView withhold(
            SignedIn actor,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(name = "class", defaultValue = "个人") String fieldClass,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        Optional<HeldPost> found = find(actor, post.strip());
        if (found.isEmpty() || reason.isBlank() || !CLASSES.contains(fieldClass)) {
            return page(
                    actor,
                    new Typed(
                            post,
                            fieldClass,
                            reason,
                            found.isEmpty() ? "写岗位的全名，如“青石街道党工委书记”，或它的号。" : "",
                            reason.isBlank() ? "写明依据：哪份文件、谁的决定。" : ""));
        }
        String code = found.get().code();
        withheld.withhold(
                actor.county(),
                new ClassesWithheld.Withheld(code, fieldClass, reason.strip(), Instant.now()));
        auditing.tell(
                actor,
                request,
                new TrailLine.Deed("收回密类", code + "，因：" + reason.strip(), fieldClass, "成"));
        after.addFlashAttribute(
                Notice.FLASH,
                Notice.done("已收回：" + found.get().name() + "不再看“" + fieldClass + "”", ""));
        return new ModelAndView("redirect:" + BASE);
    }

    @PostMapping(BASE + "/return")
    ModelAndView giveBack(
            SignedIn actor,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(name = "class", defaultValue = "") String fieldClass,
            HttpServletRequest request,
            RedirectAttributes after) {
        withheld.giveBack(actor.county(), post, fieldClass);
        auditing.tell(actor, request, new TrailLine.Deed("还给密类", post, fieldClass, "成"));
        after.addFlashAttribute(
                Notice.FLASH, Notice.done("已还给：" + name(actor, post), "它仍只看自己经办和本单位的。"));
        return new ModelAndView("redirect:" + BASE);
    }

    private String name(SignedIn actor, String code) {
        return find(actor, code).map(HeldPost::name).orElse(code);
    }

    private Optional<HeldPost> find(SignedIn actor, String words) {
        return words.isEmpty()
                ? Optional.empty()
                : posts.postsNamed(actor.county(), words, today()).stream()
                        .filter(post -> post.code().equals(words) || post.name().equals(words))
                        .findFirst();
    }

    private ModelAndView page(SignedIn actor, Typed typed) {
        List<AdministrationPage.Line> lines =
                withheld.all(actor.county()).stream().map(each -> line(actor, each)).toList();
        List<Field> fields =
                List.of(
                        AdministrationPage.line("post", "岗位", "全名或号", typed.post, typed.postFault),
                        new Field(
                                "class",
                                "密类",
                                "",
                                true,
                                "",
                                new Field.Control.Choices(
                                        List.of(
                                                option("个人", typed.fieldClass),
                                                option("涉案", typed.fieldClass)),
                                        false)),
                        AdministrationPage.line(
                                "reason", "依据", "", typed.reason, typed.reasonFault));
        AdministrationPage page =
                AdministrationPage.of(
                        Place.SECURITY,
                        new Heading(
                                List.of(new Link("安全", "/administration/security")),
                                lines.isEmpty() ? "没有收回的密类" : "收回的密类" + lines.size() + "项",
                                Prose.of("经办的单位和上级单位的负责人才看得到“个人”和“涉案”的内容，来件还有信访机构。这里可以再收回，不能多给。"),
                                List.of()),
                        List.of(
                                new AdministrationPage.Table(
                                        "withheld",
                                        "已收回",
                                        String.valueOf(lines.size()),
                                        List.of("岗位", "密类", "依据", "收回于"),
                                        lines,
                                        Optional.of(
                                                new Blank(
                                                        "各岗位都照经办关系看",
                                                        "要收回，在下面写。",
                                                        Optional.empty()))),
                                new AdministrationPage.Form(
                                        "withhold", "收回", Prose.EMPTY, BASE, fields, "收回")));
        return new ModelAndView("access/administration", Map.of("page", page));
    }

    private static Field.Option option(String word, String chosen) {
        return new Field.Option(word, word, word.equals(chosen));
    }

    private AdministrationPage.Line line(SignedIn actor, ClassesWithheld.Withheld each) {
        String name = name(actor, each.post());
        return new AdministrationPage.Line(
                List.of(
                        Prose.of(name),
                        Prose.of(each.fieldClass()),
                        Prose.of(each.reason()),
                        Prose.of(CivilTime.minute(each.since()))),
                List.of(
                        AdministrationPage.Button.small(
                                "还给",
                                name,
                                BASE
                                        + "/return?post="
                                        + encoded(each.post())
                                        + "&class="
                                        + encoded(each.fieldClass()))));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
