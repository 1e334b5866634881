package org.mingze.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mingze.reading.sameness.Sameness;
import org.mingze.reading.sameness.SamenessIndex;
import org.mingze.web.Prose;
import org.mingze.work.Sight;
import org.springframework.stereotype.Component;

/// 比对集 — the latest documents of each county with their fingerprints, read once and added to as
/// documents come, so that looking at one costs only its comparison.
@Component
class Compared {
    private static final int DOCUMENTS_MAX = 200;
    private static final int SLACK = 50;
    private static final int CHARS_MAX = 200_000;
    private static final int SHOWN_MAX = 30;
    private static final int QUOTED = 48;

    private final Readings readings;
    private final Map<Integer, Collected> counties = new ConcurrentHashMap<>();

    Compared(Readings readings) {
        this.readings = readings;
    }

    private record Collected(List<KeptReading> documents, SamenessIndex index) {
        static Collected of(List<KeptReading> documents) {
            return new Collected(
                    List.copyOf(documents),
                    SamenessIndex.of(documents.stream().map(KeptReading::text).toList()));
        }

        Collected with(KeptReading kept) {
            List<KeptReading> more = new ArrayList<>(documents);
            more.add(kept);
            return more.size() > DOCUMENTS_MAX + SLACK
                    ? of(more.subList(SLACK + 1, more.size()))
                    : new Collected(List.copyOf(more), index.with(kept.text()));
        }
    }

    void add(int county, KeptReading kept) {
        if (kept.text().length() <= CHARS_MAX) {
            counties.computeIfPresent(county, (_, collected) -> collected.with(kept));
        }
    }

    /// What a document has in common with those that may be seen.
    ReadingPage.Same same(int county, KeptReading kept, Sight sight) {
        Collected collected = counties.computeIfAbsent(county, this::latest);
        List<KeptReading> documents = collected.documents();
        long compared = documents.stream().filter(other -> isCompared(kept, other, sight)).count();
        Sameness found =
                collected
                        .index()
                        .check(
                                kept.text(),
                                number -> !isCompared(kept, documents.get(number), sight));
        List<Prose> passages =
                found.passages().stream()
                        .limit(SHOWN_MAX)
                        .map(passage -> passage(kept, passage, documents.get(passage.other())))
                        .toList();
        return new ReadingPage.Same(
                "自己写的占" + Math.round(found.own() * 100) + "%，与另外" + compared + "份比过，套话不算",
                passages);
    }

    /// A document is not compared with itself, nor with what is out of sight.
    private static boolean isCompared(KeptReading kept, KeptReading other, Sight sight) {
        return !other.id().equals(kept.id()) && sight.sees(other.body());
    }

    private static Prose passage(KeptReading kept, Sameness.Passage passage, KeptReading other) {
        String said = kept.text().substring(passage.from(), passage.to()).replaceAll("\\s+", " ");
        String quoted = said.length() > QUOTED ? said.substring(0, QUOTED) + "…" : said;
        return Prose.of("第" + (passage.from() + 1) + "字起“" + quoted + "”，也在")
                .reference(other.name(), other.path())
                .words(
                        "第"
                                + (passage.otherFrom() + 1)
                                + "字起，"
                                + Math.round(passage.alike() * 100)
                                + "%一字不差。");
    }

    private Collected latest(int county) {
        return Collected.of(
                readings.of(county, Set.of(), 0, DOCUMENTS_MAX).reversed().stream()
                        .filter(kept -> kept.text().length() <= CHARS_MAX)
                        .toList());
    }
}
