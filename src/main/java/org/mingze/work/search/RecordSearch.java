package org.mingze.work.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mingze.calendar.Period;
import org.mingze.work.Knowledge;
import org.mingze.work.RecordHistory;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;
import org.springframework.stereotype.Component;

/// 查找记录 — records that hold every word asked for, as far as a post sees them, newest first.
@Component
public class RecordSearch {
    /// So many candidates are looked at; of a word that more records hold, the newest are found.
    private static final int LOOKED_MAX = 1_000;

    private final Map<Integer, WordIndex> indexes = new ConcurrentHashMap<>();

    /// 所问 — words between blanks; each must be there.
    ///
    /// @param types empty for any
    public record Asked(
            String words, Set<String> types, Optional<Period> period, int offset, int limit) {
        public Asked {
            types = Set.copyOf(types);
        }
    }

    /// 处 — one field that holds a word of those asked for.
    public record Place(String field, String text, String word) {}

    /// 所得 — a record and where the words stand in it.
    public record Hit(WorkRecord record, boolean withdrawn, Place place) {}

    /// 结果.
    ///
    /// @param exact whether nothing older was left unlooked at
    public record Hits(List<Hit> shown, Map<String, Integer> byType, boolean exact) {
        public Hits {
            shown = List.copyOf(shown);
            byType = Map.copyOf(byType);
        }

        public int count() {
            return byType.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// Whether the words are long enough to be looked for.
    public static boolean isSearchable(String words) {
        return Grams.of(words).length > 0;
    }

    /// Takes in what came since, in steps; returns whether more remain.
    public boolean prepare(int county, Knowledge known, int entriesMax) {
        return index(county, known).catchUp(entriesMax);
    }

    /// Asked while the county's knowledge is held.
    public Hits find(int county, Knowledge known, Sight sight, Asked asked) {
        WordIndex index = index(county, known);
        index.catchUp(Long.MAX_VALUE >> 1);
        WordIndex.Within within =
                new WordIndex.Within(
                        asked.types(),
                        sight.everything() ? Optional.empty() : Optional.of(sight.bodies()),
                        sight.post());
        int[] candidates = index.candidates(asked.words(), within);
        List<String> words = words(asked.words());
        List<Hit> shown = new ArrayList<>();
        int count = 0;
        Map<String, Integer> byType = new HashMap<>();
        int looked = Math.min(candidates.length, LOOKED_MAX);
        for (int at = 0; at < looked; at++) {
            Optional<RecordHistory> history =
                    known.records()
                            .history(candidates[at])
                            .filter(each -> isWithin(each, asked, sight, known));
            if (history.isEmpty()) {
                continue;
            }
            boolean wanted = count >= asked.offset() && shown.size() < asked.limit();
            boolean sure = index.isSure(candidates[at], words);
            Optional<Hit> hit =
                    wanted || !sure ? hit(history.get(), known, words) : Optional.empty();
            if (wanted) {
                hit.ifPresent(shown::add);
            }
            if (hit.isPresent() || (sure && !wanted)) {
                count++;
                byType.merge(history.get().current().type().name(), 1, Integer::sum);
            }
        }
        return new Hits(shown, byType, looked == candidates.length);
    }

    private WordIndex index(int county, Knowledge known) {
        return indexes.compute(
                county,
                (_, before) ->
                        before != null && before.isOf(known) ? before : new WordIndex(known));
    }

    private static boolean isWithin(
            RecordHistory history, Asked asked, Sight sight, Knowledge known) {
        WorkRecord record = history.current();
        LocalDate day = record.day();
        return asked.period().map(period -> period.contains(day)).orElse(true)
                && (asked.types().isEmpty() || asked.types().contains(record.type().name()))
                && sight.sees(record, Optional.of(WorkRecords.body(record, known)));
    }

    private static Optional<Hit> hit(RecordHistory history, Knowledge known, List<String> words) {
        WorkRecord record = history.current();
        Map<String, String> texts = OpenText.of(record, known.organization());
        Optional<Place> first = Optional.empty();
        for (String word : words) {
            Optional<Place> place = place(texts, word);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            first = first.or(() -> place);
        }
        return first.map(place -> new Hit(record, history.isWithdrawn(), place));
    }

    /// Outside the title before inside it: the title is shown anyway.
    private static Optional<Place> place(Map<String, String> texts, String word) {
        Optional<Place> found = Optional.empty();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (text.getValue().toLowerCase(Locale.ROOT).contains(word)) {
                found = Optional.of(new Place(text.getKey(), text.getValue(), word));
                if (!text.getKey().equals("题名")) {
                    return found;
                }
            }
        }
        return found;
    }

    /// The words asked for, in lower case.
    public static List<String> words(String asked) {
        return List.of(asked.strip().toLowerCase(Locale.ROOT).split("[\\s　]+", -1));
    }
}
