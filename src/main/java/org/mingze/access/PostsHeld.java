package org.mingze.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// 任职 — who holds which post; answered from the organization.
public interface PostsHeld {
    /// In the order in which they are offered; the first acts until another is chosen.
    List<HeldPost> of(int county, String person, LocalDate day);

    /// 失去的岗位 — held last, until a day.
    record Lost(HeldPost post, LocalDate last) {}

    /// The post that somebody who holds none on a day lost last before it.
    Optional<Lost> lostBy(int county, String person, LocalDate day);

    /// The name of a person, or the code where the name is erased.
    String nameOf(int county, String person);

    /// The name of a post on a day, or the code where there was none.
    String postNameOf(int county, String post, LocalDate day);

    /// 人 — a registered person as the system administrator finds one.
    record Named(String person, String name, List<HeldPost> posts) {
        public Named {
            posts = List.copyOf(posts);
        }
    }

    /// People whose name or code holds these words, a few at most.
    List<Named> peopleNamed(int county, String words, LocalDate day);

    /// People of exactly this name; of these, where words tell of a post or of its body, those who
    /// hold a post that all of the words tell.
    List<Named> peopleCalled(int county, String name, List<String> told, LocalDate day);

    /// Posts whose name or code holds these words, a few at most.
    List<HeldPost> postsNamed(int county, String words, LocalDate day);
}
