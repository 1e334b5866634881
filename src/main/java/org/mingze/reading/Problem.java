package org.mingze.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mingze.reading.text.Reading;

/// 读出的问题 — a problem of a document in its full wording, with the cause and measure linked to it.
///
/// @param number counted from 1 in the order of the document
/// @param offset where it begins; it tells the problem from all others of the document
record Problem(
        int number,
        int offset,
        String place,
        String wording,
        OptionalInt cause,
        OptionalInt measure) {
    private static final int WORDING_MAX = 200;

    static List<Problem> of(Reading reading, String text) {
        List<Problem> problems = new ArrayList<>();
        for (int index = 0; index < reading.findings().size(); index++) {
            Reading.Finding finding = reading.findings().get(index);
            Optional<Reading.Link> link = link(reading, index);
            problems.add(
                    new Problem(
                            index + 1,
                            finding.offset(),
                            place(finding),
                            sentence(text, finding.offset(), finding.gist()),
                            link.map(Reading.Link::cause).orElse(OptionalInt.empty()),
                            link.map(Reading.Link::measure).orElse(OptionalInt.empty())));
        }
        return problems;
    }

    private static Optional<Reading.Link> link(Reading reading, int index) {
        return reading.links().stream().filter(each -> each.finding() == index).findFirst();
    }

    /// The place in the document as an entry cites it.
    private static String place(Reading.Finding finding) {
        String at = "第" + (finding.offset() + 1) + "字起";
        return finding.section().isEmpty() ? at : finding.section() + "，" + at;
    }

    /// The first sentence from an offset on; the gist where nothing longer can be told.
    static String sentence(String text, int offset, String gist) {
        if (offset < 0 || offset >= text.length()) {
            return gist;
        }
        int limit = Math.min(text.length(), offset + WORDING_MAX);
        int end = offset;
        while (end < limit && "。；\n\r\t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String said = text.substring(offset, end).strip();
        return said.length() < gist.length() ? gist : said;
    }
}
