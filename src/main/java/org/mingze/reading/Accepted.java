package org.mingze.reading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.reading.review.Chain;
import org.mingze.reading.review.Reviewed;
import org.mingze.reading.review.Told;

/// 采纳 — a problem that goes into the ledger with its causes and measures, worded and assigned as
/// the document tells and people decided.
///
/// @param place where the document says it, as the entry cites it
/// @param source where it comes from, a word of the county; empty where none is known
/// @param body  who answers for it, a code; empty for nobody yet
/// @param cause empty where none is known
record Accepted(
        Reviewed problem,
        String place,
        String wording,
        String source,
        String body,
        String cause,
        List<Promise> promises) {
    /// The version of the reader that found it.
    static final String READER = "明责审读0.3";

    private static final Set<String> ORIGIN = Set.of("出", "位", "读者");

    Accepted {
        promises = List.copyOf(promises);
    }

    /// 承诺 — a measure that the document promises against the problem.
    ///
    /// @param place    where the document says it
    /// @param owner    the code of a post; empty for nobody yet
    /// @param deadline a day; empty for none
    record Promise(Reviewed measure, String place, String words, String owner, String deadline) {}

    static Accepted of(Chain chain, UnderReview review, Told told, Sources sources) {
        List<String> causes = chain.causes().stream().map(review::wording).distinct().toList();
        return new Accepted(
                chain.problem(),
                review.place(chain.problem()),
                review.wording(chain.problem()),
                sources.of(chain.problem(), review),
                review.body(chain.problem()),
                String.join("；", causes),
                chain.measures().stream()
                        .map(
                                each ->
                                        new Promise(
                                                each,
                                                review.place(each),
                                                review.wording(each),
                                                told.owner(each),
                                                told.deadline(each)))
                        .toList());
    }

    static Draft document(KeptReading reading, String kind, Recorder recorder, LocalDate today) {
        Map<String, Content> fields = new LinkedHashMap<>();
        put(fields, "机构", reading.body());
        put(fields, "类", kind);
        put(fields, "题", reading.title());
        fields.put("附", new Content.Series(List.of(new Content.Text(reading.citation()))));
        return draft("公文", EntryMode.REPORTED, recorder, today, fields);
    }

    /// The problem; its first measure that names an owner or a day names them for it too.
    Draft finding(long document, Recorder recorder, LocalDate today) {
        Map<String, Content> fields = new LinkedHashMap<>();
        put(fields, "源", source);
        put(fields, "出", String.valueOf(document));
        put(fields, "述", wording);
        put(fields, "位", place);
        put(fields, "读者", READER);
        put(fields, "原因", cause);
        put(fields, "责任单位", body);
        put(fields, "责任人", first(promises.stream().map(Promise::owner).toList()));
        put(fields, "期限", first(promises.stream().map(Promise::deadline).toList()));
        return draft("问题", EntryMode.REPORTED, recorder, today, fields);
    }

    private static String first(List<String> said) {
        return said.stream().filter(each -> !each.isEmpty()).findFirst().orElse("");
    }

    /// One of its measures, with the document and the place of its own where the county's
    /// vocabulary gives a measure these.
    ///
    /// @param known the fields that a measure has
    static Draft measure(
            Promise promise,
            long finding,
            long document,
            Set<String> known,
            Recorder recorder,
            LocalDate today) {
        Map<String, Content> fields = new LinkedHashMap<>();
        put(fields, "问题", String.valueOf(finding));
        put(fields, "内容", promise.words());
        put(fields, "责任人", promise.owner());
        put(fields, "期限", promise.deadline());
        put(fields, "出", String.valueOf(document));
        put(fields, "位", promise.place());
        put(fields, "读者", READER);
        fields.keySet().removeIf(name -> ORIGIN.contains(name) && !known.contains(name));
        return draft("措施", EntryMode.DONE, recorder, today, fields);
    }

    /// The cause of a problem that had none when it was entered.
    Draft supplement(long finding, Recorder recorder, LocalDate today) {
        Map<String, Content> fields = new LinkedHashMap<>();
        put(fields, "原", String.valueOf(finding));
        fields.put("改", new Content.Group(Map.of("原因", new Content.Text(cause))));
        put(fields, "因", "补填");
        return draft("更正", EntryMode.DONE, recorder, today, fields);
    }

    private static Draft draft(
            String kind,
            EntryMode mode,
            Recorder recorder,
            LocalDate today,
            Map<String, Content> fields) {
        return new Draft(kind, Occurred.on(today), recorder, mode, new Content.Group(fields));
    }

    private static void put(Map<String, Content> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, new Content.Text(text));
        }
    }
}
