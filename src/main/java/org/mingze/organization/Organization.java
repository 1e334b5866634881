package org.mingze.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mingze.journal.Entry;

/// 机构史 — the bodies, posts and people of a county on every day, as known from a journal prefix.
///
/// It is built by applying entries in order; every question names its day.
public final class Organization {
    private static final List<String> HEAD_TITLES = List.of("书记", "行政正职", "内设负责人", "村社区书记");
    private static final List<String> TEAM_TITLES =
            List.of("书记", "行政正职", "村社区书记", "副书记", "班子成员", "支委");

    private final OrganizationLedger ledger = new OrganizationLedger();

    /// The kinds of entry that it understands.
    public static boolean isOrganizationAct(String kind) {
        return OrganizationActs.isKind(kind);
    }

    /// Takes an entry in; entries of other kinds are left alone.
    ///
    /// @throws OrganizationFault if the act names what does not exist or contradicts what is known
    public void apply(Entry entry) {
        if (!isOrganizationAct(entry.kind())) {
            return;
        }
        OrganizationAct act = OrganizationActs.read(entry);
        LocalDate day = entry.occurred().day();
        new OrganizationCheck(this, day).check(act);
        ledger.add(new DatedAct(entry.number(), day, act));
    }

    /// Undoes an act that a 撤销 withdraws; an entry that is no act here is left alone.
    public void withdraw(long entryNumber) {
        ledger.remove(entryNumber);
    }

    public Optional<Body> body(String code, LocalDate day) {
        return ledger.body(code).flatMap(history -> history.on(day));
    }

    /// A post is there while its body is.
    public Optional<Post> post(String code, LocalDate day) {
        return ledger.post(code)
                .flatMap(history -> history.on(day))
                .filter(post -> body(post.body(), day).isPresent());
    }

    /// A body as it is on a day or, if it is no more, as it was on its last day.
    public Optional<Body> lastBody(String code, LocalDate day) {
        return ledger.body(code).flatMap(history -> history.last(day));
    }

    /// A post as it is on a day or, if it is no more, as it was on its last day.
    public Optional<Post> lastPost(String code, LocalDate day) {
        return ledger.post(code).flatMap(history -> history.last(day));
    }

    /// 并入 — who carries on what a body has open on a day: the body itself; if it was merged, the
    /// body into which it was, and so on; empty where nobody does.
    public Optional<String> carriedOnBy(String body, LocalDate day) {
        Set<String> asked = new LinkedHashSet<>();
        Optional<String> at = Optional.of(body);
        while (at.isPresent() && asked.add(at.get())) {
            if (body(at.get(), day).isPresent()) {
                return at;
            }
            at = ledger.body(at.get()).flatMap(history -> history.successor(day));
        }
        return Optional.empty();
    }

    /// The bodies that are no more and whose open work a body carries on, in order of code.
    public SortedSet<String> carriedOn(String body, LocalDate day) {
        SortedSet<String> found = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(body));
        while (!open.isEmpty()) {
            for (String former : ledger.bodiesEverMergedInto(open.removeLast())) {
                boolean merged = carriedOnBy(former, day).filter(body::equals).isPresent();
                if (merged && !former.equals(body) && found.add(former)) {
                    open.add(former);
                }
            }
        }
        return Collections.unmodifiableSortedSet(found);
    }

    /// The bodies directly below one that are no more: that stood there on their last day, or were
    /// merged into it.
    public Set<String> formerBelow(String body, LocalDate day) {
        Set<String> former = new LinkedHashSet<>(carriedOn(body, day));
        for (String code : ledger.bodiesEverUnder(body)) {
            boolean gone = body(code, day).isEmpty();
            if (gone
                    && lastBody(code, day).flatMap(Body::parent).filter(body::equals).isPresent()) {
                former.add(code);
            }
        }
        return Collections.unmodifiableSet(former);
    }

    public Optional<Person> person(String code) {
        return Optional.ofNullable(ledger.people().get(code));
    }

    /// Resolves what a person wrote: a code, or a name that only one body, post or person bears
    /// that day.
    public Optional<String> findBody(String codeOrName, LocalDate day) {
        if (body(codeOrName, day).isPresent()) {
            return Optional.of(codeOrName);
        }
        return onlyOne(
                bodies(ledger.bodiesNamed(codeOrName), day).stream()
                        .filter(body -> body.name().equals(codeOrName))
                        .map(Body::code)
                        .toList());
    }

    public Optional<String> findPost(String codeOrName, LocalDate day) {
        if (post(codeOrName, day).isPresent()) {
            return Optional.of(codeOrName);
        }
        return onlyOne(
                posts(ledger.postsNamed(codeOrName), day).stream()
                        .filter(post -> post.name().equals(codeOrName))
                        .map(Post::code)
                        .toList());
    }

    public Optional<String> findPerson(String codeOrName) {
        if (person(codeOrName).isPresent()) {
            return Optional.of(codeOrName);
        }
        return onlyOne(List.copyOf(ledger.peopleNamed(codeOrName)));
    }

    /// The codes of the bodies that ever bore a name.
    public Set<String> bodiesEverNamed(String name) {
        return Collections.unmodifiableSet(ledger.bodiesNamed(name));
    }

    public Set<String> postsEverNamed(String name) {
        return Collections.unmodifiableSet(ledger.postsNamed(name));
    }

    public Set<String> peopleNamed(String name) {
        return Collections.unmodifiableSet(ledger.peopleNamed(name));
    }

    /// In order of code.
    public List<Body> bodies(LocalDate day) {
        return bodies(ledger.bodies().keySet(), day);
    }

    public List<Post> posts(LocalDate day) {
        return posts(ledger.posts().keySet(), day);
    }

    public List<Post> postsIn(String body, LocalDate day) {
        return posts(ledger.postsEverIn(body), day).stream()
                .filter(post -> post.body().equals(body))
                .toList();
    }

    public List<Person> people() {
        return List.copyOf(ledger.people().values());
    }

    /// 任者 — who held this post on that day.
    public Optional<String> holder(String post, LocalDate day) {
        TenureHistory history = ledger.tenures().get(post);
        return history == null || post(post, day).isEmpty()
                ? Optional.empty()
                : history.holder(day);
    }

    /// The first day of the vacancy that a post is in on a day; empty while somebody holds it, or
    /// if nobody ever did.
    public Optional<LocalDate> vacantSince(String post, LocalDate day) {
        TenureHistory history = ledger.tenures().get(post);
        return history == null || history.holder(day).isPresent()
                ? Optional.empty()
                : history.all().stream()
                        .flatMap(tenure -> tenure.until().stream())
                        .filter(last -> last.isBefore(day))
                        .max(Comparator.naturalOrder())
                        .map(last -> last.plusDays(1));
    }

    /// 岗于 — the posts that a person held on that day.
    public List<Post> postsOf(String person, LocalDate day) {
        return posts(ledger.postsEverHeldBy(person), day).stream()
                .filter(post -> holder(post.code(), day).filter(person::equals).isPresent())
                .toList();
    }

    public List<Tenure> tenuresOf(String post) {
        TenureHistory history = ledger.tenures().get(post);
        return history == null ? List.of() : history.all();
    }

    /// 上级.
    public Optional<Body> superior(String body, LocalDate day) {
        return body(body, day).flatMap(Body::parent).flatMap(parent -> body(parent, day));
    }

    /// 下级 — the bodies directly below, in order of code.
    public List<Body> subordinates(String body, LocalDate day) {
        return bodies(ledger.bodiesEverUnder(body), day).stream()
                .filter(below -> below.parent().filter(body::equals).isPresent())
                .toList();
    }

    /// The body itself and everything below it.
    public List<Body> subtree(String body, LocalDate day) {
        Set<Body> found = new LinkedHashSet<>();
        body(body, day).ifPresent(top -> collect(top, day, found));
        return List.copyOf(found);
    }

    /// 负责人 — the post at the head of a body: 书记 before 行政正职 before 内设负责人 and 村社区书记.
    public Optional<Post> headPost(String body, LocalDate day) {
        return byTitle(body, day, HEAD_TITLES).stream().findFirst();
    }

    /// 班子 — the posts of the leading team: 书记 行政正职 副书记 班子成员 支委 and the heads of a village.
    public List<Post> leadingTeam(String body, LocalDate day) {
        return byTitle(body, day, TEAM_TITLES);
    }

    /// 党员 — the people who belong to a branch: members and holders of its posts.
    public List<String> members(String body, LocalDate day) {
        MemberHistory history = ledger.members().get(body);
        NavigableSet<String> members = history == null ? new TreeSet<>() : history.on(day);
        for (Post post : postsIn(body, day)) {
            holder(post.code(), day).ifPresent(members::add);
        }
        return List.copyOf(members);
    }

    /// The posts that were ever in a body, abolished ones included.
    public Set<String> postsEverIn(String body) {
        return Collections.unmodifiableSet(ledger.postsEverIn(body));
    }

    /// The bodies that a post was ever in.
    public Set<String> bodiesEverOf(String post) {
        return ledger.post(post).map(PostHistory::bodies).orElse(Set.of());
    }

    /// The posts that a person ever held.
    public Set<String> postsEverHeldBy(String person) {
        return Collections.unmodifiableSet(ledger.postsEverHeldBy(person));
    }

    /// Changes with every act; what was found out about the organization holds while it stays.
    public long revision() {
        return ledger.revision();
    }

    /// The first day of a body or post, empty if it is unknown.
    public Optional<LocalDate> establishedOn(String code) {
        return Optional.ofNullable(ledger.bodies().get(code))
                .flatMap(BodyHistory::firstDay)
                .or(
                        () ->
                                Optional.ofNullable(ledger.posts().get(code))
                                        .flatMap(PostHistory::firstDay));
    }

    /// The days in `from`–`to` (both included) on which anything changes; none if `to` is earlier.
    public SortedSet<LocalDate> changeDays(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return Collections.emptySortedSet();
        }
        return Collections.unmodifiableSortedSet(ledger.changeDays().subSet(from, true, to, true));
    }

    boolean isCodeTaken(String code) {
        return establishedOn(code).isPresent();
    }

    private void collect(Body body, LocalDate day, Set<Body> found) {
        if (found.add(body)) {
            subordinates(body.code(), day).forEach(below -> collect(below, day, found));
        }
    }

    private List<Post> byTitle(String body, LocalDate day, List<String> titles) {
        return postsIn(body, day).stream()
                .filter(post -> titles.contains(post.title()))
                .sorted(Comparator.comparingInt(post -> titles.indexOf(post.title())))
                .toList();
    }

    private List<Body> bodies(Set<String> codes, LocalDate day) {
        List<Body> found = new ArrayList<>();
        codes.forEach(code -> body(code, day).ifPresent(found::add));
        return found;
    }

    private List<Post> posts(Set<String> codes, LocalDate day) {
        List<Post> found = new ArrayList<>();
        codes.forEach(code -> post(code, day).ifPresent(found::add));
        return found;
    }

    private static Optional<String> onlyOne(List<String> codes) {
        return codes.size() == 1 ? Optional.of(codes.getFirst()) : Optional.empty();
    }
}
