package org.mingze.access.trail;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.mingze.access.SignedIn;
import org.mingze.web.NotPermitted;
import org.mingze.web.Requests;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// 拒绝入审计 — a page or an act that was refused to somebody stands in the trail, whether the post
/// may not or a rule does not let it.
@Component
class RefusalsTold implements HandlerInterceptor, WebMvcConfigurer {
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    private final Auditing auditing;

    RefusalsTold(Auditing auditing) {
        this.auditing = auditing;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failed) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean refused = response.getStatus() == FORBIDDEN || response.getStatus() == CONFLICT;
        if (refused
                && authentication != null
                && authentication.getPrincipal() instanceof SignedIn person) {
            TrailAct asked = TrailAct.asked(method(request), address(request));
            String why = response.getStatus() == CONFLICT ? "规矩或时候不许" : why(request);
            auditing.tell(
                    person, request, TrailLine.Deed.refused(asked.word(), address(request), why));
        }
    }

    /// What the page said to whoever asked.
    private static String why(HttpServletRequest request) {
        if (Boolean.TRUE.equals(request.getAttribute(Requests.STALE))) {
            return "表单过时或来自别处";
        }
        return request.getAttribute(Requests.REFUSED) instanceof NotPermitted refused
                ? refused.title()
                : "不归这个岗位或职能";
    }

    private static String method(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        return asked == null ? request.getMethod() : String.valueOf(asked);
    }

    /// Of a refused request, the address that was asked for, not that of the error page.
    private static String address(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked == null ? request.getRequestURI() : String.valueOf(asked);
    }
}
