package org.mingze.organization;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mingze.organization.OrganizationAct.PostAbolished;
import org.mingze.organization.OrganizationAct.PostChanged;
import org.mingze.organization.OrganizationAct.PostEstablished;

/// 岗位沿革 — one post from its first day on; whether its body still exists is not asked here.
final class PostHistory {
    private final TreeSet<DatedAct> acts = new TreeSet<>();
    private final NavigableMap<LocalDate, Optional<Post>> versions = new TreeMap<>();
    private LocalDate latestFrom = LocalDate.MAX;
    private Optional<Post> latest = Optional.empty();

    void add(DatedAct act) {
        acts.add(act);
        fold();
    }

    void remove(DatedAct act) {
        acts.remove(act);
        fold();
    }

    Optional<Post> on(LocalDate day) {
        if (!day.isBefore(latestFrom)) {
            return latest;
        }
        Map.Entry<LocalDate, Optional<Post>> version = versions.floorEntry(day);
        return version == null ? Optional.empty() : version.getValue();
    }

    /// As it is on a day, or was on its last day before.
    Optional<Post> last(LocalDate day) {
        return versions.headMap(day, true).descendingMap().values().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<LocalDate> firstDay() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.firstKey());
    }

    Set<String> bodies() {
        return versions.values().stream()
                .flatMap(Optional::stream)
                .map(Post::body)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void fold() {
        versions.clear();
        Optional<Post> post = Optional.empty();
        for (DatedAct dated : acts) {
            post = after(post, dated.act());
            if (post.isPresent() || !versions.isEmpty()) {
                versions.put(dated.day(), post);
            }
        }
        latestFrom = versions.isEmpty() ? LocalDate.MAX : versions.lastKey();
        latest = versions.isEmpty() ? Optional.empty() : versions.lastEntry().getValue();
    }

    private static Optional<Post> after(Optional<Post> post, OrganizationAct act) {
        if (act instanceof PostEstablished set) {
            return Optional.of(
                    new Post(set.code(), set.name(), set.body(), set.title(), set.inChargeOf()));
        }
        if (act instanceof PostChanged change) {
            return post.map(
                    old ->
                            new Post(
                                    old.code(),
                                    change.name().orElse(old.name()),
                                    change.body().orElse(old.body()),
                                    change.title().orElse(old.title()),
                                    change.inChargeOf().orElse(old.inChargeOf())));
        }
        return act instanceof PostAbolished ? Optional.empty() : post;
    }
}
