package org.mingze.duty.running;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mingze.institution.RecordType;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.organization.Organization;
import org.mingze.organization.Tenure;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.WorkRecord;

/// By which names a record may ever mean a bearer, and whom a name may ever mean; who it is on the
/// record's day is asked of every candidate. Found once for as long as the organization stays.
final class Kin {
    private static final String DELEGATION = "委托";

    private final Knowledge known;
    private final Organization organization;
    private final Map<Value.Reference, List<Value.Reference>> names = new ConcurrentHashMap<>();
    private volatile long revision = -1;

    Kin(Knowledge known) {
        this.known = known;
        this.organization = known.organization();
    }

    /// The names that may ever mean a bearer, itself first.
    List<Value.Reference> namesOf(Value.Reference bearer) {
        if (revision != organization.revision()) {
            synchronized (names) {
                names.clear();
                revision = organization.revision();
            }
        }
        List<Value.Reference> own = names.computeIfAbsent(bearer, this::find);
        return bearer.kind() == Value.Reference.Kind.POST ? withDelegates(bearer, own) : own;
    }

    /// 委托: whoever acts for the post, whenever.
    private List<Value.Reference> withDelegates(Value.Reference post, List<Value.Reference> own) {
        List<Entry> delegations = known.acts(DELEGATION);
        if (delegations.isEmpty()) {
            return own;
        }
        Set<Value.Reference> all = new LinkedHashSet<>(own);
        for (Entry act : delegations) {
            if (act.content().text("岗").filter(post.code()::equals).isPresent()) {
                act.content().text("至").ifPresent(delegate -> post(delegate, all));
            }
        }
        return List.copyOf(all);
    }

    private List<Value.Reference> find(Value.Reference bearer) {
        Set<Value.Reference> found = new LinkedHashSet<>();
        found.add(bearer);
        switch (bearer.kind()) {
            case BODY -> organization.postsEverIn(bearer.code()).forEach(post -> post(post, found));
            case POST -> {
                post(bearer.code(), found);
                organization
                        .bodiesEverOf(bearer.code())
                        .forEach(body -> found.add(Value.Reference.body(body)));
            }
            case PERSON ->
                    organization
                            .postsEverHeldBy(bearer.code())
                            .forEach(post -> found.add(Value.Reference.post(post)));
        }
        return List.copyOf(found);
    }

    private void post(String post, Set<Value.Reference> found) {
        found.add(Value.Reference.post(post));
        for (Tenure tenure : organization.tenuresOf(post)) {
            found.add(Value.Reference.person(tenure.person()));
        }
    }

    /// Everybody whom the record names or named before a correction.
    static Set<Value.Reference> named(RecordHistory history) {
        Set<Value.Reference> named = new HashSet<>();
        for (WorkRecord state : history.states()) {
            for (RecordType.Field field : state.type().actorFields()) {
                named.addAll(Tally.references(state.fields().get(field.name())));
            }
        }
        return named;
    }

    /// The bodies and posts that a record may concern by naming these.
    Set<Value.Reference> bearersNamed(Collection<Value.Reference> named) {
        Set<Value.Reference> found = new LinkedHashSet<>();
        for (Value.Reference name : named) {
            found.add(name);
            switch (name.kind()) {
                case BODY ->
                        organization
                                .postsEverIn(name.code())
                                .forEach(post -> found.add(Value.Reference.post(post)));
                case POST -> bodies(name.code(), found);
                case PERSON ->
                        organization
                                .postsEverHeldBy(name.code())
                                .forEach(
                                        post -> {
                                            found.add(Value.Reference.post(post));
                                            bodies(post, found);
                                        });
            }
        }
        for (Entry act : known.acts(DELEGATION)) {
            boolean concerned =
                    act.content()
                            .text("至")
                            .map(Value.Reference::post)
                            .filter(found::contains)
                            .isPresent();
            if (concerned) {
                act.content().text("岗").map(Value.Reference::post).ifPresent(found::add);
            }
        }
        return found;
    }

    private void bodies(String post, Set<Value.Reference> found) {
        organization.bodiesEverOf(post).forEach(body -> found.add(Value.Reference.body(body)));
    }
}
