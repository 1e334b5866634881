package org.mingze.access.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.SignedIn;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.TrailLine;
import org.mingze.database.CountyScope;
import org.mingze.web.Requests;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.filter.OncePerRequestFilter;

/// 门卫 — lets a request pass while its session holds, and first leads to what is still owed: the
/// code of the second factor, a passphrase of one's own, enrolling a required second factor.
public final class Gate extends OncePerRequestFilter implements AuthenticationSuccessHandler {
    public static final String DOOR = "/sign-in";
    public static final String FAULT = "access.sign-in.fault";
    public static final String CODE = "/sign-in/code";
    public static final String PASSKEY = "/sign-in/passkey";
    public static final String EXTERNAL = "/sign-in/external";

    /// Where the identity provider sends browsers back to.
    public static final String RETURNED = "/sign-in/returned";
    private static final String PASSWORD = "/account/password";
    private static final String FACTOR = "/account/factor";
    /// What was typed as the account the last time.
    public static final String ACCOUNT = "access.sign-in.account";

    private static final String SESSION = "access.session";
    private static final String ADMITTED = "access.admitted";
    private static final String HOLDER = "access.session.holder";
    private static final String KEPT = "SPRING_SECURITY_";
    private static final String TOKEN =
            HttpSessionCsrfTokenRepository.class.getName() + ".CSRF_TOKEN";
    private static final List<String> OPEN = List.of("/assets/", "/sign-out", "/appearance");

    private final Sessions sessions;
    private final Auditing auditing;
    private final CountyAtTheDoor door;
    private final RequestCache asked;
    private final InstantSource clock;

    public Gate(
            Sessions sessions,
            Auditing auditing,
            CountyAtTheDoor door,
            RequestCache asked,
            InstantSource clock) {
        this.sessions = sessions;
        this.auditing = auditing;
        this.door = door;
        this.asked = asked;
        this.clock = clock;
    }

    /// True once a request brought what lets somebody in: a passphrase, a code, a key.
    public static boolean isAdmitted(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(ADMITTED));
    }

    /// Notes that it did.
    public static void admitted(HttpServletRequest request) {
        request.setAttribute(ADMITTED, true);
    }

    /// The session that a request belongs to.
    public static UUID current(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object id = session == null ? null : session.getAttribute(SESSION);
        return id instanceof UUID known ? known : new UUID(0, 0);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (!(authentication.getPrincipal() instanceof SignedIn who)) {
            throw new IllegalStateException("nobody signed in");
        }
        welcome(who, "口令对", request, response);
        response.sendRedirect(arrival(who, request, response));
    }

    /// 认出 — how somebody was recognised without a passphrase.
    ///
    /// @param how     as the trail says it
    /// @param factors whether by more than one factor, so that no code is asked for
    public record Recognised(String how, boolean factors) {}

    /// Lets in somebody who was recognised without a passphrase; returns where to arrive.
    public String admit(
            SignedIn who, Recognised by, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        who, null, AuthorityUtils.createAuthorityList(who.office().name())));
        SecurityContextHolder.setContext(context);
        request.getSession();
        request.changeSessionId();
        request.getSession().removeAttribute(TOKEN);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        UUID id = welcome(who, by.how(), request, response);
        if (by.factors()) {
            sessions.passCode(who, id);
        }
        return arrival(who, request, response);
    }

    /// Whoever was signed in here before is out, and nothing of theirs stays.
    private UUID welcome(
            SignedIn who, String how, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        if (session.getAttribute(HOLDER) instanceof SignedIn before) {
            sessions.end(before.county(), before.signInName(), current(request), now());
        }
        Collections.list(session.getAttributeNames()).stream()
                .filter(name -> !name.startsWith(KEPT) && !name.equals(TOKEN))
                .forEach(session::removeAttribute);
        UUID id = UUID.randomUUID();
        String agent = request.getHeader("User-Agent");
        sessions.open(who, id, request.getRemoteAddr(), agent == null ? "" : agent, now());
        session.setAttribute(SESSION, id);
        session.setAttribute(HOLDER, who);
        door.keep(who, request, response);
        admitted(request);
        auditing.tell(who, request, TrailLine.Deed.done("登录", how));
        return id;
    }

    /// The page that was asked for before signing in, or where the office arrives.
    public String arrival(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = asked.getRequest(request, response);
        return saved == null || who.office().administers()
                ? who.office().home()
                : saved.getRedirectUrl();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String path = request.getRequestURI();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn who)
                || isOutside(path)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Sessions.Standing> standing = sessions.standing(who, current(request), now());
        if (standing.filter(Sessions.Standing::released).isEmpty()) {
            end(who, standing.isPresent(), request, response);
            return;
        }
        Optional<String> owed = owed(standing.get());
        if (owed.isEmpty() && !standing.get().entered()) {
            sessions.enter(who, current(request));
        }
        if (owed.isPresent() && !path.equals(owed.get())) {
            lead(owed.get(), request, response);
        } else if ((owed.isEmpty() && path.equals(CODE))
                || (path.equals("/") && who.office().administers())) {
            lead(who.office().home(), request, response);
        } else {
            try (CountyScope.Entered _ = CountyScope.enter(who.county())) {
                chain.doFilter(request, response);
            }
        }
    }

    /// What belongs to no one county, or to another than that in which somebody is signed in.
    private static boolean isOutside(String path) {
        return path.equals(DOOR)
                || path.equals(PASSKEY)
                || path.equals(EXTERNAL)
                || path.equals(RETURNED)
                || (path.startsWith("/calendar/feed/") && path.endsWith(".ics"))
                || OPEN.stream().anyMatch(path::startsWith);
    }

    private static Optional<String> owed(Sessions.Standing standing) {
        if (standing.enrolled() && !standing.codePassed()) {
            return Optional.of(CODE);
        }
        if (standing.oneTime()) {
            return Optional.of(PASSWORD);
        }
        return standing.factorRequired() && !standing.enrolled()
                ? Optional.of(FACTOR)
                : Optional.empty();
    }

    private void end(
            SignedIn who, boolean waiting, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (waiting) {
            sessions.end(who.county(), who.signInName(), current(request), now());
            auditing.tell(who, request, TrailLine.Deed.refused("登录", "", "账号没有启用"));
        }
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (!waiting && request.getMethod().equals("POST") && !Requests.wantsFragment(request)) {
            request.setAttribute(Requests.STALE, true);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        request.getSession()
                .setAttribute(FAULT, waiting ? "账号还没有启用。找县里的安全管理员启用后再登录。" : "这次登录已经结束。重新登录，接着办。");
        lead(waiting ? DOOR : back(request), request, response);
    }

    /// The page that was asked for, or from which a form or a part was asked for: on the way there
    /// the door asks who it is, and leads on to it.
    private static String back(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || Requests.wantsFragment(request)) {
            return Requests.cameFrom(request);
        }
        String query = request.getQueryString();
        return Requests.inside(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    private static void lead(String where, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Requests.wantsFragment(request)) {
            response.setHeader("HX-Redirect", where);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(where);
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
