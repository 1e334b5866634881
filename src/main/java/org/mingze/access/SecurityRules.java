package org.mingze.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.mingze.web.Requests;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/// 门 — everything but the door itself asks who comes in.
@Configuration(proxyBeanMethods = false)
class SecurityRules {
    static final String DOOR = "/sign-in";
    static final String FAULT = "access.sign-in.fault";
    static final String ACCOUNT = "access.sign-in.account";

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        http.authorizeHttpRequests(
                        rules ->
                                rules.dispatcherTypeMatchers(
                                                DispatcherType.ERROR, DispatcherType.FORWARD)
                                        .permitAll()
                                        .requestMatchers("/assets/**", DOOR, "/appearance")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .formLogin(
                        form ->
                                form.loginPage(DOOR)
                                        .usernameParameter("account")
                                        .passwordParameter("password")
                                        .defaultSuccessUrl("/")
                                        .failureHandler(
                                                (request, response, failed) -> {
                                                    remember(request, failed);
                                                    response.sendRedirect(DOOR);
                                                }))
                .logout(
                        out ->
                                out.logoutUrl("/sign-out")
                                        .logoutSuccessUrl(DOOR + "?out")
                                        .addLogoutHandler(clearDrafts()))
                .requestCache(cache -> cache.requestCache(wholePagesOnly()))
                .exceptionHandling(
                        failing ->
                                failing.defaultAuthenticationEntryPointFor(
                                                (_, response, _) -> {
                                                    response.setHeader("HX-Redirect", DOOR);
                                                    response.setStatus(401);
                                                },
                                                Requests::wantsFragment)
                                        .accessDeniedHandler(SecurityRules::deny));
        return http.build();
    }

    /// The one provider; naming it in the chain as well would count each wrong password twice.
    @Bean
    AuthenticationProvider people(SigningIn signingIn, County county) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication typed) {
                SignInOutcome outcome =
                        signingIn.attempt(
                                county.id(),
                                typed.getName(),
                                String.valueOf(typed.getCredentials()),
                                Instant.now());
                if (outcome instanceof SignInOutcome.Admitted(SignedIn person)) {
                    return UsernamePasswordAuthenticationToken.authenticated(
                            person, null, AuthorityUtils.createAuthorityList("OFFICER"));
                }
                throw new BadCredentialsException(SignInSentence.of(outcome));
            }

            @Override
            public boolean supports(Class<?> kind) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
            }
        };
    }

    @Bean
    CookieSameSiteSupplier sameSite() {
        return CookieSameSiteSupplier.ofLax();
    }

    private static void remember(HttpServletRequest request, AuthenticationException failed) {
        request.getSession().setAttribute(FAULT, String.valueOf(failed.getMessage()));
        String typed = request.getParameter("account");
        request.getSession().setAttribute(ACCOUNT, typed == null ? "" : typed);
    }

    private static void deny(
            HttpServletRequest request,
            jakarta.servlet.http.HttpServletResponse response,
            org.springframework.security.access.AccessDeniedException denied)
            throws IOException {
        request.setAttribute(Requests.STALE, denied instanceof CsrfException);
        response.sendError(403);
    }

    private static HeaderWriterLogoutHandler clearDrafts() {
        return new HeaderWriterLogoutHandler(
                new ClearSiteDataHeaderWriter(ClearSiteDataHeaderWriter.Directive.STORAGE));
    }

    private static HttpSessionRequestCache wholePagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                request ->
                        request.getMethod().equals("GET")
                                && !Requests.wantsFragment(request)
                                && String.valueOf(request.getHeader("Accept"))
                                        .contains("text/html"));
        return cache;
    }
}
