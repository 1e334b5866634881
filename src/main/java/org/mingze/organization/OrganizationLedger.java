package org.mingze.organization;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingze.organization.OrganizationAct.Appointed;
import org.mingze.organization.OrganizationAct.BodyAbolished;
import org.mingze.organization.OrganizationAct.BodyChanged;
import org.mingze.organization.OrganizationAct.BodyEstablished;
import org.mingze.organization.OrganizationAct.Departed;
import org.mingze.organization.OrganizationAct.MemberJoined;
import org.mingze.organization.OrganizationAct.MemberLeft;
import org.mingze.organization.OrganizationAct.PersonRegistered;
import org.mingze.organization.OrganizationAct.PostAbolished;
import org.mingze.organization.OrganizationAct.PostChanged;
import org.mingze.organization.OrganizationAct.PostEstablished;

/// 机构底册 — the histories by code, and indexes that only ever grow: who was once under what.
final class OrganizationLedger {
    private final Map<Long, DatedAct> acts = new HashMap<>();
    private final NavigableMap<String, BodyHistory> bodies = new TreeMap<>();
    private final NavigableMap<String, PostHistory> posts = new TreeMap<>();
    private final Map<String, BodyHistory> bodyByCode = new HashMap<>();
    private final Map<String, PostHistory> postByCode = new HashMap<>();
    private final NavigableMap<String, Person> people = new TreeMap<>();
    private final Map<String, TenureHistory> tenures = new HashMap<>();
    private final Map<String, MemberHistory> members = new HashMap<>();
    private final Map<String, NavigableSet<String>> bodiesByParent = new HashMap<>();
    private final Map<String, NavigableSet<String>> bodiesBySuccessor = new HashMap<>();
    private final Map<String, NavigableSet<String>> bodiesByName = new HashMap<>();
    private final Map<String, NavigableSet<String>> postsByBody = new HashMap<>();
    private final Map<String, NavigableSet<String>> postsByName = new HashMap<>();
    private final Map<String, NavigableSet<String>> postsByHolder = new HashMap<>();
    private final Map<String, NavigableSet<String>> peopleByName = new HashMap<>();
    private final NavigableMap<LocalDate, Integer> changes = new TreeMap<>();
    private long revision;

    void add(DatedAct dated) {
        revision++;
        acts.put(dated.number(), dated);
        changes.merge(changeDay(dated), 1, Integer::sum);
        OrganizationAct act = dated.act();
        switch (act) {
            case BodyEstablished body -> {
                bodyHistory(body.code()).add(dated);
                index(bodiesByName, body.name(), body.code());
                body.parent().ifPresent(parent -> index(bodiesByParent, parent, body.code()));
            }
            case BodyChanged change -> {
                bodyHistory(change.body()).add(dated);
                change.name().ifPresent(name -> index(bodiesByName, name, change.body()));
                change.parent().ifPresent(parent -> index(bodiesByParent, parent, change.body()));
            }
            case BodyAbolished(String body, var successor) -> {
                bodyHistory(body).add(dated);
                successor.ifPresent(into -> index(bodiesBySuccessor, into, body));
            }
            case PostEstablished post -> {
                postHistory(post.code()).add(dated);
                index(postsByName, post.name(), post.code());
                index(postsByBody, post.body(), post.code());
            }
            case PostChanged change -> {
                postHistory(change.post()).add(dated);
                change.name().ifPresent(name -> index(postsByName, name, change.post()));
                change.body().ifPresent(body -> index(postsByBody, body, change.post()));
            }
            case PostAbolished(String post) -> postHistory(post).add(dated);
            case PersonRegistered(String code, String name) -> {
                people.put(code, new Person(code, name));
                index(peopleByName, name, code);
            }
            case MemberJoined(String _, String body) -> memberHistory(body).add(dated);
            case MemberLeft(String _, String body) -> memberHistory(body).add(dated);
            case Appointed(String person, String post) -> {
                tenureHistory(post).add(dated);
                index(postsByHolder, person, post);
            }
            case Departed(String _, String post) -> tenureHistory(post).add(dated);
        }
    }

    void remove(long number) {
        DatedAct dated = acts.remove(number);
        if (dated == null) {
            return;
        }
        revision++;
        changes.computeIfPresent(changeDay(dated), (_, count) -> count > 1 ? count - 1 : null);
        switch (dated.act()) {
            case BodyEstablished body -> bodyHistory(body.code()).remove(dated);
            case BodyChanged change -> bodyHistory(change.body()).remove(dated);
            case BodyAbolished(String body, var _) -> bodyHistory(body).remove(dated);
            case PostEstablished post -> postHistory(post.code()).remove(dated);
            case PostChanged change -> postHistory(change.post()).remove(dated);
            case PostAbolished(String post) -> postHistory(post).remove(dated);
            case PersonRegistered(String code, String name) -> {
                people.remove(code);
                among(peopleByName, name).remove(code);
            }
            case MemberJoined(String _, String body) -> memberHistory(body).remove(dated);
            case MemberLeft(String _, String body) -> memberHistory(body).remove(dated);
            case Appointed(String _, String post) -> tenureHistory(post).remove(dated);
            case Departed(String _, String post) -> tenureHistory(post).remove(dated);
        }
    }

    Optional<BodyHistory> body(String code) {
        return Optional.ofNullable(bodyByCode.get(code));
    }

    Optional<PostHistory> post(String code) {
        return Optional.ofNullable(postByCode.get(code));
    }

    long revision() {
        return revision;
    }

    NavigableMap<String, BodyHistory> bodies() {
        return bodies;
    }

    NavigableMap<String, PostHistory> posts() {
        return posts;
    }

    NavigableMap<String, Person> people() {
        return people;
    }

    Map<String, TenureHistory> tenures() {
        return tenures;
    }

    Map<String, MemberHistory> members() {
        return members;
    }

    NavigableSet<LocalDate> changeDays() {
        return changes.navigableKeySet();
    }

    NavigableSet<String> bodiesEverUnder(String parent) {
        return bodiesByParent.getOrDefault(parent, Collections.emptyNavigableSet());
    }

    NavigableSet<String> bodiesEverMergedInto(String successor) {
        return bodiesBySuccessor.getOrDefault(successor, Collections.emptyNavigableSet());
    }

    NavigableSet<String> bodiesNamed(String name) {
        return bodiesByName.getOrDefault(name, Collections.emptyNavigableSet());
    }

    NavigableSet<String> postsEverIn(String body) {
        return postsByBody.getOrDefault(body, Collections.emptyNavigableSet());
    }

    NavigableSet<String> postsNamed(String name) {
        return postsByName.getOrDefault(name, Collections.emptyNavigableSet());
    }

    NavigableSet<String> postsEverHeldBy(String person) {
        return postsByHolder.getOrDefault(person, Collections.emptyNavigableSet());
    }

    NavigableSet<String> peopleNamed(String name) {
        return peopleByName.getOrDefault(name, Collections.emptyNavigableSet());
    }

    /// Who leaves on a day is there to its end, so things are different from the day after.
    private static LocalDate changeDay(DatedAct dated) {
        boolean leaving = dated.act() instanceof Departed || dated.act() instanceof MemberLeft;
        return leaving ? dated.day().plusDays(1) : dated.day();
    }

    private BodyHistory bodyHistory(String code) {
        BodyHistory history = bodies.computeIfAbsent(code, _ -> new BodyHistory());
        bodyByCode.put(code, history);
        return history;
    }

    private PostHistory postHistory(String code) {
        PostHistory history = posts.computeIfAbsent(code, _ -> new PostHistory());
        postByCode.put(code, history);
        return history;
    }

    private TenureHistory tenureHistory(String post) {
        return tenures.computeIfAbsent(post, _ -> new TenureHistory());
    }

    private MemberHistory memberHistory(String body) {
        return members.computeIfAbsent(body, _ -> new MemberHistory());
    }

    private static void index(Map<String, NavigableSet<String>> index, String key, String code) {
        among(index, key).add(code);
    }

    private static NavigableSet<String> among(Map<String, NavigableSet<String>> index, String key) {
        return index.computeIfAbsent(key, _ -> new TreeSet<>());
    }
}
