package org.mingze.access.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.mingze.access.session.CountyAtTheDoor;
import org.mingze.access.session.Gate;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.TrailLine;
import org.mingze.web.Requests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// 按网络地址限次 — stands before everything else. A try to come in counts unless it succeeds, so
/// that an office behind one address signs in as it likes; what is open to all counts each time.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AddressLimits extends OncePerRequestFilter {
    private static final int TOO_MANY = 429;
    private static final String FEED = "/calendar/feed/";

    private final Allowance failures;
    private final Allowance asks;
    private final InstantSource clock;
    private final CountyAtTheDoor door;
    private final Auditing auditing;

    AddressLimits(
            @Value("${mingze.limits.failures:100}") int failuresMost,
            @Value("${mingze.limits.asks:3000}") int asksMost,
            @Value("${mingze.limits.window:10m}") Duration window,
            @Value("${mingze.limits.addresses:20000}") int addressesMost,
            ObjectProvider<InstantSource> clock,
            CountyAtTheDoor door,
            Auditing auditing) {
        this.failures = new Allowance(failuresMost, window, addressesMost);
        this.asks = new Allowance(asksMost, window, addressesMost);
        this.clock = clock.getIfAvailable(InstantSource::system);
        this.door = door;
        this.auditing = auditing;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Allowance> counted = counted(request);
        if (counted.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String address = NetworkAddress.of(request.getRemoteAddr());
        if (counted.get().take(address, clock.instant())
                instanceof Allowance.Taken.Refused(Duration rest, boolean first)) {
            refuse(rest, first, request, response);
            return;
        }
        chain.doFilter(request, response);
        if (Gate.isAdmitted(request)) {
            counted.get().giveBack(address);
        }
    }

    /// By the path as it is matched, however its letters were written.
    private Optional<Allowance> counted(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean sends = request.getMethod().equals("POST");
        return switch (path) {
            case Gate.DOOR -> Optional.of(sends ? failures : asks);
            case Gate.PASSKEY, Gate.CODE -> sends ? Optional.of(failures) : Optional.empty();
            case Gate.RETURNED -> Optional.of(failures);
            case Gate.EXTERNAL, "/appearance" -> Optional.of(asks);
            default -> path.startsWith(FEED) ? Optional.of(asks) : Optional.empty();
        };
    }

    private void refuse(
            Duration rest, boolean first, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long seconds = Math.max(1, rest.plusNanos(999_999_999).toSeconds());
        if (first) {
            TrailLine.Deed deed = TrailLine.Deed.refused("限次", "", "这个网络地址试得太勤");
            door.asked(request)
                    .filter(county -> county.id() > 0)
                    .ifPresent(county -> auditing.tell(county.id(), "", request, deed));
        }
        request.setAttribute(Requests.TOO_OFTEN, Duration.ofSeconds(seconds));
        response.setHeader("Retry-After", String.valueOf(seconds));
        response.setHeader("Cache-Control", "no-store");
        response.sendError(TOO_MANY);
    }
}
