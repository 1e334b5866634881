package org.mingze.command;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.mingze.access.SamplePeople;
import org.mingze.access.SignInPage;
import org.mingze.journal.Journal;
import org.mingze.organization.Organization;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.stereotype.Component;

/// 样例演员表 — a few people of the invented county whom a visitor may sign in as, each once.
@Component
class SampleCast implements SamplePeople {
    private static final int SHOWN_MAX = 8;
    private static final List<String> TITLES = List.of("书记", "行政正职", "督查专员", "村社区书记", "班子成员");

    private final CountyLedgers ledgers;
    private final Journal journal;

    SampleCast(CountyLedgers ledgers, Journal journal) {
        this.ledgers = ledgers;
        this.journal = journal;
    }

    /// The street office first: its year is the one that the tutorial walks through.
    @Override
    public List<SignInPage.Sample> of(int county) {
        if (journal.counties().stream().noneMatch(open -> open.id() == county)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        return ledgers.ask(
                county,
                known -> {
                    Organization organization = known.organization();
                    return organization.posts(today).stream()
                            .filter(post -> TITLES.contains(post.title()))
                            .filter(post -> organization.holder(post.code(), today).isPresent())
                            .sorted(
                                    java.util.Comparator.comparingInt(
                                                    (org.mingze.organization.Post post) ->
                                                            post.code().startsWith("qingshi")
                                                                    ? 0
                                                                    : 1)
                                            .thenComparingInt(post -> TITLES.indexOf(post.title())))
                            .map(
                                    post -> {
                                        String person =
                                                organization
                                                        .holder(post.code(), today)
                                                        .orElseThrow();
                                        String name =
                                                organization.person(person).orElseThrow().name();
                                        return new SignInPage.Sample(person, name, post.name());
                                    })
                            .collect(
                                    Collectors.toMap(
                                            SignInPage.Sample::signInName,
                                            sample -> sample,
                                            (first, _) -> first,
                                            LinkedHashMap::new))
                            .values()
                            .stream()
                            .limit(SHOWN_MAX)
                            .toList();
                });
    }
}
