package org.mingze.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingze.web.NotPermitted;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// 现任者参数 — a controller method that takes an [Officer] gets the acting one, one that
/// takes a [SignedIn] the account.
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
        return parameter.getParameterType().equals(SignedIn.class)
                ? officers.signedIn()
                        .orElseThrow(() -> new IllegalStateException("nobody is signed in"))
                : officers.acting(servlet).orElseThrow(OfficerArgument::withoutPost);
    }

    private static NotPermitted withoutPost() {
        return new NotPermitted(
                "你今天没有任何岗位", "职责和记录都属于岗位；没有岗位，就没有要看、要办的事。", "刚任职的，找本单位的组织人事部门录入任免。");
    }
}
