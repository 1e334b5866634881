package org.mingze.reading;

import java.util.ArrayList;
import java.util.List;
import org.mingze.reading.sameness.Sameness;
import org.mingze.reading.sameness.SamenessIndex;
import org.mingze.web.Prose;

/// 画雷同 — the passages of a document that stand in others that the reader of the page may see.
record SamenessDrawing(KeptReading kept, List<KeptReading> others) {
    private static final int SHOWN_MAX = 30;
    private static final int QUOTED = 48;

    ReadingPage.Same same() {
        List<KeptReading> compared =
                others.stream().filter(other -> !other.id().equals(kept.id())).toList();
        Sameness found =
                SamenessIndex.of(compared.stream().map(KeptReading::text).toList())
                        .check(kept.text(), _ -> false);
        List<Prose> passages = new ArrayList<>();
        for (Sameness.Passage passage : found.passages()) {
            if (passages.size() < SHOWN_MAX) {
                passages.add(passage(passage, compared.get(passage.other())));
            }
        }
        return new ReadingPage.Same(
                "自己写的占" + Math.round(found.own() * 100) + "%，与另外" + compared.size() + "份比过，套话不算",
                passages);
    }

    private Prose passage(Sameness.Passage passage, KeptReading other) {
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
}
