package org.mingze.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingze.web.FormOfAnotherPost;
import org.mingze.web.Frame;
import org.mingze.web.NotPermitted;
import org.mingze.web.Requests;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// 现任者参数 — a controller method that takes an [Officer] gets the acting one, one that takes a
/// [Officer.Last] the acting one or what the person was last, one that takes a [SignedIn] the
/// account.
@Component
class OfficerArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final Officers officers;

    OfficerArgument(Officers officers) {
        this.officers = officers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Officer.class)
                || parameter.getParameterType().equals(Officer.Last.class)
                || parameter.getParameterType().equals(SignedIn.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) {
            throw new IllegalStateException("an officer is known only in a web request");
        }
        if (parameter.getParameterType().equals(SignedIn.class)) {
            return officers.signedIn()
                    .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
        }
        Optional<Officer.Last> last = officers.last(servlet);
        last.ifPresent(post -> sameAsOpened(post.officer(), servlet));
        if (parameter.getParameterType().equals(Officer.Last.class)) {
            return last.orElseThrow(OfficerArgument::withoutPost);
        }
        return last.filter(post -> post.ended().isEmpty())
                .map(Officer.Last::officer)
                .orElseThrow(
                        () ->
                                last.map(OfficerArgument::left)
                                        .orElseGet(OfficerArgument::withoutPost));
    }

    /// A form goes in as the post that it was opened as, or not at all.
    private void sameAsOpened(Officer acting, HttpServletRequest request) {
        String opened = request.getParameter(Requests.ACTING);
        if (opened == null || opened.isEmpty() || opened.equals(acting.post().code())) {
            return;
        }
        Optional<Frame.PostHeld> held =
                officers.signedIn().stream()
                        .flatMap(person -> officers.held(person).stream())
                        .filter(post -> post.code().equals(opened))
                        .findFirst()
                        .map(post -> new Frame.PostHeld(post.code(), post.name()));
        throw new FormOfAnotherPost(
                held, new Frame.PostHeld(acting.post().code(), acting.post().name()));
    }

    private static NotPermitted left(Officer.Last last) {
        LocalDate day = last.ended().orElseThrow();
        return new NotPermitted(
                "你现在没有岗位",
                "你任“"
                        + last.officer().post().name()
                        + "”到"
                        + day.getYear()
                        + "年"
                        + day.getMonthValue()
                        + "月"
                        + day.getDayOfMonth()
                        + "日为止；能看今日，能移交没办完的，别的归接任的人。",
                "又任职的，找本单位的组织人事部门录入任免。");
    }

    private static NotPermitted withoutPost() {
        return new NotPermitted(
                "你今天没有任何岗位", "职责和记录都属于岗位；没有岗位，就没有要看、要办的事。", "刚任职的，找本单位的组织人事部门录入任免。");
    }
}
