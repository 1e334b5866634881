package org.mingze.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.mingze.journal.Entry;

/// 机构史 — the bodies, posts and people of a county on every day, as known from a journal prefix.
///
/// It is built by applying entries in order; every question names its day.
public final class Organization {
    /// The kinds of entry that it understands.
    public static boolean isOrganizationAct(String kind) {
        throw new UnsupportedOperationException("organization module");
    }

    /// Takes an entry in; entries of other kinds are left alone.
    ///
    /// @throws OrganizationFault if the act names what does not exist or contradicts what is known
    public void apply(Entry entry) {
        throw new UnsupportedOperationException("organization module");
    }

    /// Undoes an act that a 撤销 withdraws.
    public void withdraw(long entryNumber) {
        throw new UnsupportedOperationException("organization module");
    }

    public Optional<Body> body(String code, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    public Optional<Post> post(String code, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    public Optional<Person> person(String code) {
        throw new UnsupportedOperationException("organization module");
    }

    /// Resolves what a person wrote: a code, or a name that only one body, post or person bears
    /// that day.
    public Optional<String> findBody(String codeOrName, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    public Optional<String> findPost(String codeOrName, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    public Optional<String> findPerson(String codeOrName) {
        throw new UnsupportedOperationException("organization module");
    }

    /// In order of code.
    public List<Body> bodies(LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    public List<Post> posts(LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    public List<Post> postsIn(String body, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    public List<Person> people() {
        throw new UnsupportedOperationException("organization module");
    }

    /// 任者 — who held this post on that day.
    public Optional<String> holder(String post, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    /// 岗于 — the posts that a person held on that day.
    public List<Post> postsOf(String person, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    public List<Tenure> tenuresOf(String post) {
        throw new UnsupportedOperationException("organization module");
    }

    /// 上级.
    public Optional<Body> superior(String body, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    /// 下级 — the bodies directly below, in order of code.
    public List<Body> subordinates(String body, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    /// The body itself and everything below it.
    public List<Body> subtree(String body, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    /// 负责人 — the post at the head of a body: 书记 before 行政正职 before 内设负责人 and 村社区书记.
    public Optional<Post> headPost(String body, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    /// 班子 — the posts of the leading team: 书记 行政正职 副书记 班子成员 支委 and the heads of a village.
    public List<Post> leadingTeam(String body, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    /// 党员 — the people who belong to a branch: members and holders of its posts.
    public List<String> members(String body, LocalDate day) {
        throw new UnsupportedOperationException("organization module");
    }

    /// The first day of a body or post, empty if it is unknown.
    public Optional<LocalDate> establishedOn(String code) {
        throw new UnsupportedOperationException("organization module");
    }

    /// The days in `from`–`to` (both included) on which anything changes.
    public SortedSet<LocalDate> changeDays(LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException("organization module");
    }
}
