package org.mingze.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.access.session.CountyAtTheDoor;
import org.mingze.web.Frame;
import org.mingze.web.FrameSource;
import org.mingze.web.Place;
import org.mingze.web.Requests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// 界面框的人 — fills the frame with who is signed in, their posts and the counts.
@Component
class SignedInFrames implements FrameSource {
    private static final HeldPost NONE = new HeldPost("", "今天没有岗位");

    private final Counties counties;
    private final CountyAtTheDoor door;
    private final Officers officers;
    private final ObjectProvider<PlaceTallies> tallies;
    private final Frame.Assets assets;

    SignedInFrames(
            Counties counties,
            CountyAtTheDoor door,
            Officers officers,
            ObjectProvider<PlaceTallies> tallies,
            Frame.Assets assets) {
        this.counties = counties;
        this.door = door;
        this.officers = officers;
        this.tallies = tallies;
        this.assets = assets;
    }

    @Override
    public Frame frame(HttpServletRequest request) {
        Optional<SignedIn> person = officers.signedIn();
        if (person.isEmpty()) {
            return new Frame(
                    door.asked(request).orElse(Counties.NONE).name(),
                    Optional.empty(),
                    Map.of(),
                    Requests.appearance(request),
                    Requests.csrf(request),
                    Requests.assets(request, assets),
                    path(request),
                    Requests.notice(request));
        }
        Optional<Officer> officer = officers.acting(request);
        return new Frame(
                counties.of(person.get().county()).name(),
                Optional.of(acting(person.get(), officer)),
                officer.map(this::count).orElse(Map.of()),
                Requests.appearance(request),
                Requests.csrf(request),
                Requests.assets(request, assets),
                path(request),
                Requests.notice(request));
    }

    private Frame.Acting acting(SignedIn person, Optional<Officer> officer) {
        if (person.office().administers()) {
            return new Frame.Acting(
                    person.signInName(),
                    new Frame.PostHeld("", person.office().word()),
                    List.of(),
                    Optional.of(person.office().place()));
        }
        List<Frame.PostHeld> held =
                officers.held(person).stream().map(SignedInFrames::shown).toList();
        return new Frame.Acting(
                officer.map(Officer::name).orElseGet(() -> officers.nameOf(person)),
                shown(officer.map(Officer::post).orElse(NONE)),
                held);
    }

    private Map<Place, Integer> count(Officer officer) {
        Map<Place, Integer> counts = new EnumMap<>(Place.class);
        tallies.stream().forEach(each -> counts.putAll(each.of(officer)));
        return counts;
    }

    private static Frame.PostHeld shown(HeldPost post) {
        return new Frame.PostHeld(post.code(), post.name());
    }

    /// The page's own address; of a page answered to a form or an error, the start.
    private static String path(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")
                || request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
