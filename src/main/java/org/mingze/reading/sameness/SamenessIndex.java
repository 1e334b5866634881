package org.mingze.reading.sameness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// 雷同索引 — the fingerprints of a collection of documents: finds every pair that shares a passage,
/// and the passages that a further document has in common with the collection. What stands in very
/// many documents is a formula of the genre and does not count.
public final class SamenessIndex {
    private static final int COMMON_MIN = 8;
    private static final int COMMON_SHARE = 100;
    private static final int ALL_PAIRS_MAX = 24;
    private static final int SHARED_MIN = 3;
    private static final int LOOKED_AT_MAX = 60;
    private static final long NUMBER = 0xFFFFFFFFL;

    private final List<String> texts;
    private final long[] postings;
    private final int commonFrom;

    private SamenessIndex(List<String> texts, long[] postings) {
        this.texts = texts;
        this.postings = postings;
        this.commonFrom = Math.max(COMMON_MIN, texts.size() / COMMON_SHARE);
    }

    public static SamenessIndex of(List<String> texts) {
        long[][] found = new long[texts.size()][];
        IntStream.range(0, texts.size())
                .parallel()
                .forEach(number -> found[number] = postings(texts.get(number), number));
        int count = Arrays.stream(found).mapToInt(each -> each.length).sum();
        long[] postings = new long[count];
        int at = 0;
        for (int number = 0; number < found.length; number++) {
            System.arraycopy(found[number], 0, postings, at, found[number].length);
            at += found[number].length;
            found[number] = new long[0];
        }
        Arrays.parallelSort(postings);
        return new SamenessIndex(List.copyOf(texts), postings);
    }

    /// The same collection with one more document, whose number is the count so far.
    public SamenessIndex with(String text) {
        List<String> more = new ArrayList<>(texts);
        more.add(text);
        long[] added = postings(text, texts.size());
        long[] merged = Arrays.copyOf(postings, postings.length + added.length);
        System.arraycopy(added, 0, merged, postings.length, added.length);
        Arrays.parallelSort(merged);
        return new SamenessIndex(List.copyOf(more), merged);
    }

    /// Each hash of a text once, with the number of the text below it.
    private static long[] postings(String text, int number) {
        int[] hashes = Fingerprints.of(text).hashes();
        return Arrays.stream(hashes)
                .distinct()
                .mapToLong(hash -> ((long) hash << 32) | number)
                .toArray();
    }

    /// Every two documents that share a passage.
    public List<Sameness.Pair> pairs() {
        long[] candidates = candidates();
        Arrays.parallelSort(candidates);
        List<Long> often = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= candidates.length; at++) {
            if (at == candidates.length || candidates[at] != candidates[from]) {
                if (at - from >= SHARED_MIN) {
                    often.add(candidates[from]);
                }
                from = at;
            }
        }
        return often.parallelStream()
                .map(pair -> new Sameness.Pair((int) (pair >>> 32), (int) (pair & NUMBER)))
                .filter(pair -> !between(pair).isEmpty())
                .toList();
    }

    private List<Sameness.Passage> between(Sameness.Pair pair) {
        return Alignment.between(
                Fingerprints.of(texts.get(pair.one())),
                Fingerprints.of(texts.get(pair.other())),
                pair.other(),
                this::common);
    }

    /// Two documents for each rare hash that both have; of a hash that many have, neighbours only.
    private long[] candidates() {
        long[] pairs = new long[1024];
        int count = 0;
        int from = 0;
        for (int at = 1; at <= postings.length; at++) {
            if (at < postings.length && postings[at] >> 32 == postings[from] >> 32) {
                continue;
            }
            int documents = at - from;
            if (documents > 1 && documents < commonFrom) {
                int reach = documents <= ALL_PAIRS_MAX ? documents : 2;
                while (count + documents * reach > pairs.length) {
                    pairs = Arrays.copyOf(pairs, pairs.length * 2);
                }
                count = addPairs(from, at, reach, pairs, count);
            }
            from = at;
        }
        return Arrays.copyOf(pairs, count);
    }

    private int addPairs(int from, int to, int reach, long[] pairs, int before) {
        int count = before;
        for (int one = from; one < to; one++) {
            for (int other = one + 1; other < Math.min(to, one + reach); other++) {
                pairs[count] = ((postings[one] & NUMBER) << 32) | (postings[other] & NUMBER);
                count++;
            }
        }
        return count;
    }

    private boolean common(int hash) {
        return end(hash) - start(hash) >= commonFrom;
    }

    private int start(int hash) {
        int found = Arrays.binarySearch(postings, (long) hash << 32);
        return found < 0 ? -found - 1 : found;
    }

    private int end(int hash) {
        int found = Arrays.binarySearch(postings, ((long) hash << 32) | NUMBER);
        return found < 0 ? -found - 1 : found + 1;
    }

    /// What a document has in common with those of the collection; `left` says which of them do not
    /// count, such as the document itself.
    public Sameness check(String text, IntPredicate left) {
        Fingerprints prints = Fingerprints.of(text);
        BitSet formula = new BitSet();
        Map<Integer, Integer> shared = new HashMap<>();
        for (int index = 0; index < prints.hashes().length; index++) {
            int hash = prints.hashes()[index];
            int start = start(hash);
            int end = end(hash);
            if (end - start >= commonFrom) {
                int place = prints.places()[index];
                formula.set(
                        prints.origin()[place], prints.origin()[place + Fingerprints.RUN - 1] + 1);
                continue;
            }
            for (int at = start; at < end; at++) {
                int number = (int) (postings[at] & NUMBER);
                if (!left.test(number)) {
                    shared.merge(number, 1, Integer::sum);
                }
            }
        }
        List<Sameness.Passage> passages = new ArrayList<>();
        shared.entrySet().stream()
                .filter(entry -> entry.getValue() >= SHARED_MIN)
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(LOOKED_AT_MAX)
                .forEach(
                        entry ->
                                passages.addAll(
                                        Alignment.between(
                                                prints,
                                                Fingerprints.of(texts.get(entry.getKey())),
                                                entry.getKey(),
                                                this::common)));
        passages.sort(Comparator.comparingInt(Sameness.Passage::from));
        return new Sameness(passages, own(prints, passages, formula));
    }

    private static double own(
            Fingerprints prints, List<Sameness.Passage> passages, BitSet formula) {
        BitSet taken = new BitSet();
        passages.forEach(passage -> taken.set(passage.from(), passage.to()));
        int all = 0;
        int own = 0;
        for (int place : prints.origin()) {
            boolean counts = !formula.get(place);
            all += counts ? 1 : 0;
            own += counts && !taken.get(place) ? 1 : 0;
        }
        return all == 0 ? 1 : own / (double) all;
    }
}
