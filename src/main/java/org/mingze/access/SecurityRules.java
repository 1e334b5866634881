package org.mingze.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.mingze.access.session.CountyAtTheDoor;
import org.mingze.access.session.Gate;
import org.mingze.access.session.Sessions;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.TrailLine;
import org.mingze.web.NotPermitted;
import org.mingze.web.Requests;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/// 门 — everything but the door itself asks who comes in.
@Configuration(proxyBeanMethods = false)
class SecurityRules {
    private static final String DOOR = Gate.DOOR;
    private static final int NO_COUNTY = -1;

    private final CountyAtTheDoor door;

    SecurityRules(CountyAtTheDoor door) {
        this.door = door;
    }

    @Bean
    Gate gate(Sessions sessions, Auditing auditing) {
        return new Gate(sessions, auditing, door, wholePagesOnly(), InstantSource.system());
    }

    /// The gate stands inside the chain only, behind what reads who is signed in.
    @Bean
    FilterRegistrationBean<Gate> gateOnlyInTheChain(Gate gate) {
        FilterRegistrationBean<Gate> registration = new FilterRegistrationBean<>(gate);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Gate gate, Sessions sessions, Auditing auditing) {
        http.addFilterBefore(gate, AuthorizationFilter.class);
        http.authorizeHttpRequests(
                        rules ->
                                rules.dispatcherTypeMatchers(
                                                DispatcherType.ERROR, DispatcherType.FORWARD)
                                        .permitAll()
                                        .requestMatchers(
                                                "/assets/**",
                                                DOOR,
                                                Gate.PASSKEY,
                                                Gate.EXTERNAL,
                                                Gate.RETURNED,
                                                "/appearance",
                                                "/calendar/feed/*.ics")
                                        .permitAll()
                                        .requestMatchers(
                                                "/account/**",
                                                "/account",
                                                Gate.CODE,
                                                "/sign-out",
                                                "/administration")
                                        .authenticated()
                                        .requestMatchers("/administration/accounts/**")
                                        .hasAuthority(Office.SYSTEM.name())
                                        .requestMatchers("/administration/security/**")
                                        .hasAuthority(Office.SECURITY.name())
                                        .requestMatchers("/administration/trail/**")
                                        .hasAuthority(Office.AUDIT.name())
                                        .anyRequest()
                                        .hasAuthority(Office.OFFICIAL.name()))
                .formLogin(
                        form ->
                                form.loginPage(DOOR)
                                        .usernameParameter("account")
                                        .passwordParameter("password")
                                        .authenticationDetailsSource(
                                                (HttpServletRequest request) ->
                                                        door.asked(request)
                                                                .map(County::id)
                                                                .orElse(NO_COUNTY))
                                        .successHandler(gate)
                                        .failureHandler(
                                                (request, response, failed) -> {
                                                    remember(request, failed);
                                                    tell(auditing, request, failed);
                                                    response.sendRedirect(again(request));
                                                }))
                .logout(
                        out ->
                                out.logoutUrl("/sign-out")
                                        .logoutSuccessUrl(DOOR + "?out")
                                        .addLogoutHandler(
                                                (request, _, leaving) ->
                                                        leave(sessions, auditing, request, leaving))
                                        .addLogoutHandler(clearDrafts()))
                .requestCache(cache -> cache.requestCache(wholePagesOnly()))
                .exceptionHandling(
                        failing ->
                                failing.authenticationEntryPoint(
                                                (request, response, _) -> lead(request, response))
                                        .accessDeniedHandler(SecurityRules::deny));
        return http.build();
    }

    /// The one provider; naming it in the chain as well would count each wrong password twice.
    @Bean
    AuthenticationProvider people(SigningIn signingIn) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication typed) {
                if (!(typed.getDetails() instanceof Integer county) || county == NO_COUNTY) {
                    throw new BadCredentialsException("先选哪个县，再登录。");
                }
                SignInOutcome outcome =
                        signingIn.attempt(
                                county,
                                typed.getName(),
                                String.valueOf(typed.getCredentials()),
                                Instant.now());
                if (outcome instanceof SignInOutcome.Admitted(SignedIn person)) {
                    return UsernamePasswordAuthenticationToken.authenticated(
                            person,
                            null,
                            AuthorityUtils.createAuthorityList(person.office().name()));
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

    /// The door of the county that was asked for.
    private String again(HttpServletRequest request) {
        return request.getParameter(CountyAtTheDoor.NAME) == null
                ? DOOR
                : door.asked(request)
                        .map(county -> DOOR + "?" + CountyAtTheDoor.NAME + "=" + county.id())
                        .orElse(DOOR);
    }

    private static void remember(HttpServletRequest request, AuthenticationException failed) {
        request.getSession().setAttribute(Gate.FAULT, String.valueOf(failed.getMessage()));
        String typed = request.getParameter("account");
        request.getSession().setAttribute(Gate.ACCOUNT, typed == null ? "" : typed);
    }

    private void tell(
            Auditing auditing, HttpServletRequest request, AuthenticationException failed) {
        String typed = request.getParameter("account");
        door.asked(request).ifPresent(county -> tell(auditing, county, typed, request, failed));
    }

    private static void tell(
            Auditing auditing,
            County county,
            @Nullable String typed,
            HttpServletRequest request,
            AuthenticationException failed) {
        auditing.tell(
                county.id(),
                Accounts.plain(typed == null ? "" : typed),
                request,
                TrailLine.Deed.refused("登录", "", String.valueOf(failed.getMessage())));
    }

    private static void leave(
            Sessions sessions,
            Auditing auditing,
            HttpServletRequest request,
            @Nullable Authentication leaving) {
        if (leaving != null && leaving.getPrincipal() instanceof SignedIn who) {
            sessions.end(who.county(), who.signInName(), Gate.current(request), Instant.now());
            auditing.tell(who, request, TrailLine.Deed.done("退出", ""));
        }
    }

    /// To the door: a page by itself, a part of one through the page that asked for it.
    private static void lead(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Requests.wantsFragment(request)) {
            response.setHeader("HX-Redirect", DOOR);
            response.setStatus(401);
        } else {
            response.sendRedirect(DOOR);
        }
    }

    /// Whoever is signed in reads what the office may see and whom to ask.
    private static void deny(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        request.setAttribute(Requests.STALE, denied instanceof CsrfException);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn who) {
            request.setAttribute(Requests.REFUSED, refusal(who.office()));
        }
        response.sendError(403);
    }

    private static NotPermitted refusal(Office office) {
        return office.administers()
                ? new NotPermitted(
                        "这里不对" + office.word() + "开放",
                        office.canSee(),
                        "要看业务内容，用本人任职的账号登录；别的管理事项，找管它的那一位管理员。")
                : new NotPermitted(
                        "这里只对管理员开放", office.canSee(), "账号的事找系统管理员，解锁和第二因素找安全管理员，查审计找审计管理员。");
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
