package org.mingze.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.mingze.web.NotPermitted;
import org.mingze.web.Requests;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 换岗 — a person with several posts says which one acts; and the page 更多.
@Controller
class ActingPostController {
    private final Officers officers;

    ActingPostController(Officers officers) {
        this.officers = officers;
    }

    @PostMapping("/acting-post")
    String choose(
            @RequestParam String post,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!officers.choose(post, request, response)) {
            throw new NotPermitted("你今天不任这个岗位", "你能以今天所任的岗位查看和办理。", "任免没有录入的，找本单位的组织人事部门。");
        }
        return "redirect:" + Requests.inside(back);
    }

    @GetMapping("/more")
    String more() {
        return "web/more";
    }
}
