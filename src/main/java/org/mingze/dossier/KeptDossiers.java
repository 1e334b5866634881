package org.mingze.dossier;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingze.duty.AsOf;
import org.mingze.duty.running.Reach;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.springframework.stereotype.Component;

/// 常备案卷 — the dossiers of a kind as they stand on a day, drawn up once; of what an entry
/// touched they are drawn up anew, and all of them where it may reach further than its own chain.
@Component
public class KeptDossiers {
    private static final int KEPT_MAX = 400;
    private static final int SEEN_MAX = 60;
    private static final Set<String> ROOTS =
            Arrays.stream(LedgerKind.values())
                    .map(LedgerKind::recordType)
                    .collect(Collectors.toUnmodifiableSet());

    private final CountyLedgers ledgers;
    private volatile Reach.@Nullable Further further;
    private final Map<Whose, Kept> kept = new ConcurrentHashMap<>();

    /// 所见 — the dossiers that a post may see, the most urgent first, and what they are made of.
    record Seen(List<Dossier> dossiers, Sifting.Makeup makeup) {}

    private record Whose(int county, LedgerKind kind) {}

    /// @param known whose dossiers they are: what is known may be read again from the journal
    /// @param upTo  roots up to this number are drawn up
    /// @param seen  those that a post may see, of the posts that asked
    private record Kept(
            Knowledge known,
            long size,
            LocalDate day,
            Map<Long, Dossier> dossiers,
            long upTo,
            Map<String, Seen> seen) {
        Kept(Knowledge known, long size, LocalDate day, Map<Long, Dossier> dossiers, long upTo) {
            this(known, size, day, dossiers, upTo, new ConcurrentHashMap<>());
        }

        /// The same dossiers some entries later.
        Kept at(long now) {
            return new Kept(known, now, day, dossiers, now, seen);
        }

        boolean isWhole() {
            return upTo >= size;
        }

        Seen seenBy(LedgerKind kind, String post) {
            if (seen.size() >= SEEN_MAX) {
                seen.clear();
            }
            return seen.computeIfAbsent(
                    post,
                    _ -> {
                        Sight sight = Sight.of(known.organization(), post, day);
                        List<Dossier> seen =
                                dossiers.values().stream()
                                        .filter(each -> sight.sees(each.root(), each.body()))
                                        .sorted(LedgerDrawing.urgency())
                                        .toList();
                        return new Seen(seen, Sifting.Makeup.of(kind, seen));
                    });
        }
    }

    KeptDossiers(CountyLedgers ledgers) {
        this.ledgers = ledgers;
    }

    /// Those that a post may see, the most urgent first.
    public List<Dossier> seen(int county, LedgerKind kind, LocalDate today, String post) {
        return ledgers.ask(county, known -> seen(county, known, kind, today, post));
    }

    /// The same for who asks what is known already.
    public List<Dossier> seen(
            int county, Knowledge known, LedgerKind kind, LocalDate today, String post) {
        return seenBy(county, known, kind, today, post).dossiers();
    }

    /// The same with what they are made of.
    Seen seenBy(int county, Knowledge known, LedgerKind kind, LocalDate today, String post) {
        if (kept.size() >= KEPT_MAX) {
            kept.clear();
        }
        return Objects.requireNonNull(
                        kept.compute(
                                new Whose(county, kind),
                                (_, before) ->
                                        current(before, known, kind, today, Integer.MAX_VALUE)))
                .seenBy(kind, post);
    }

    private Reach.Further further(Knowledge known) {
        Reach.Further before = further;
        if (before == null || !before.rules().equals(known.rules())) {
            before = new Reach.Further(known.rules());
            further = before;
        }
        return before;
    }

    /// Draws up the next of those that a page would wait for; returns whether more remain.
    public boolean prepare(int county, LedgerKind kind, LocalDate today, int most) {
        return ledgers.ask(
                county,
                known ->
                        Objects.requireNonNull(
                                                kept.compute(
                                                        new Whose(county, kind),
                                                        (_, before) ->
                                                                current(
                                                                        before, known, kind, today,
                                                                        most)))
                                        .upTo()
                                < known.size());
    }

    private Kept current(
            @Nullable Kept before, Knowledge known, LedgerKind kind, LocalDate today, int most) {
        Dossiers dossiers = new Dossiers(new AsOf(known, today));
        if (before == null || before.known() != known || !before.day().equals(today)) {
            return grown(new LinkedHashMap<>(), 0, dossiers, known, kind, today, most);
        }
        if (before.size() == known.size() && before.upTo() == known.size()) {
            return before;
        }
        Optional<Set<Long>> touched =
                known.touchedSince(before.size())
                        .flatMap(records -> new Reach(known, further(known), ROOTS).of(records));
        if (touched.isEmpty()) {
            return grown(new LinkedHashMap<>(), 0, dossiers, known, kind, today, most);
        }
        if (before.isWhole() && touched.get().stream().noneMatch(on(before, known, kind))) {
            return before.at(known.size());
        }
        Map<Long, Dossier> now = new LinkedHashMap<>(before.dossiers());
        for (long number : touched.get()) {
            now.remove(number);
            if (number <= before.upTo()) {
                dossiers.at(kind, number).ifPresent(dossier -> now.put(number, dossier));
            }
        }
        if (!before.isWhole()) {
            return grown(now, before.upTo(), dossiers, known, kind, today, most);
        }
        touched.get().stream()
                .filter(number -> number > before.upTo())
                .forEach(
                        number ->
                                dossiers.at(kind, number)
                                        .ifPresent(dossier -> now.put(number, dossier)));
        return new Kept(known, known.size(), today, now, known.size());
    }

    /// Whether a dossier is, was or will be rooted in a record.
    private static Predicate<Long> on(Kept before, Knowledge known, LedgerKind kind) {
        return number ->
                before.dossiers().containsKey(number)
                        || known.records()
                                .history(number)
                                .filter(
                                        root ->
                                                root.original()
                                                        .type()
                                                        .name()
                                                        .equals(kind.recordType()))
                                .isPresent();
    }

    /// With the next roots after a number.
    private static Kept grown(
            Map<Long, Dossier> drawn,
            long after,
            Dossiers dossiers,
            Knowledge known,
            LedgerKind kind,
            LocalDate today,
            int most) {
        List<Long> next =
                known.records().ofType(kind.recordType()).stream()
                        .map(WorkRecord::number)
                        .filter(number -> number > after)
                        .sorted()
                        .limit(most)
                        .toList();
        next.forEach(
                number ->
                        dossiers.at(kind, number).ifPresent(dossier -> drawn.put(number, dossier)));
        long upTo = next.size() < most ? known.size() : next.getLast();
        return new Kept(known, known.size(), today, drawn, upTo);
    }
}
