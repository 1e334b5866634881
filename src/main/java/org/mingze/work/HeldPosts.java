package org.mingze.work;

import java.time.LocalDate;
import java.util.List;
import org.mingze.access.HeldPost;
import org.mingze.access.PostsHeld;
import org.mingze.organization.Person;
import org.springframework.stereotype.Component;

/// 所任之岗 — who holds which post today, as the organization in the journal tells.
@Component
class HeldPosts implements PostsHeld {
    private final CountyLedgers ledgers;

    HeldPosts(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public List<HeldPost> of(int county, String person, LocalDate day) {
        return ledgers.ask(
                county,
                known ->
                        known.organization().postsOf(person, day).stream()
                                .map(post -> new HeldPost(post.code(), post.name()))
                                .toList());
    }

    @Override
    public String nameOf(int county, String person) {
        return ledgers.ask(
                county,
                known -> known.organization().person(person).map(Person::name).orElse(person));
    }
}
