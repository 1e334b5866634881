package org.mingze.duty.showing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingze.duty.Sentences;
import org.mingze.duty.Verdict;
import org.mingze.organization.Organization;
import org.mingze.web.Prose;

/// 一句话的样子 — the engine's sentence with its record numbers as links and its days in words.
public final class SentenceProse {
    private static final Pattern PLACE =
            Pattern.compile("第([1-9]\\d{0,17})号|(\\d{4}-\\d{2}-\\d{2})");

    private SentenceProse() {}

    public static Prose of(Verdict verdict, Organization organization, LocalDate today) {
        return linked(Sentences.of(verdict, organization) + "。", today);
    }

    /// What stands after the colon: beside a title, the duty need not be named again.
    public static Prose reason(Verdict verdict, Organization organization, LocalDate today) {
        String head = Sentences.head(verdict, organization) + "：";
        String sentence = Sentences.of(verdict, organization);
        return linked(
                (sentence.startsWith(head) ? sentence.substring(head.length()) : sentence) + "。",
                today);
    }

    public static Prose linked(String sentence, LocalDate today) {
        Prose prose = Prose.EMPTY;
        Matcher place = PLACE.matcher(sentence);
        int from = 0;
        while (place.find()) {
            prose = prose.words(sentence.substring(from, place.start()));
            prose =
                    place.group(1) == null
                            ? prose.words(inWords(place.group(2), today))
                            : prose.reference(place.group(), "/records/" + place.group(1));
            from = place.end();
        }
        return prose.words(sentence.substring(from));
    }

    private static String inWords(String written, LocalDate today) {
        return day(written).map(day -> DayWords.day(day, today)).orElse(written);
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
