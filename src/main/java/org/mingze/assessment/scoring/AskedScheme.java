package org.mingze.assessment.scoring;

import java.util.Optional;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.duty.assessment.Score;
import org.mingze.web.NotFound;
import org.mingze.work.Sight;

/// 所问的考核 — what an address names, or the sentence why there is no such thing.
final class AskedScheme {
    private AskedScheme() {}

    /// A period of the scheme; the one that holds today where none is named.
    static Period period(Schemes schemes, String institution, String scheme, String code) {
        Schemes.Declared declared =
                schemes.find(institution, scheme, Optional.empty())
                        .orElseThrow(() -> noScheme(scheme));
        if (code.isEmpty()) {
            return Periods.containing(schemes.today(), declared.scheme().every());
        }
        try {
            Period read = Periods.parse(code);
            if (read.unit() == declared.scheme().every()
                    && !read.start().isAfter(schemes.today())) {
                return read;
            }
        } catch (IllegalArgumentException unreadable) {
            throw noPeriod(code);
        }
        throw noPeriod(code);
    }

    static Schemes.Declared declared(
            Schemes schemes, String institution, String scheme, Period period) {
        return schemes.find(institution, scheme, Optional.of(period))
                .orElseThrow(() -> noScheme(scheme));
    }

    /// The score of a subject that the post sees.
    static Score score(
            Schemes schemes,
            Schemes.Declared declared,
            Period period,
            String subject,
            Sight sight) {
        return schemes.score(declared, period, schemes.subject(subject))
                .filter(score -> schemes.isSeen(score.subject(), sight))
                .orElseThrow(
                        () -> new NotFound("这一期没有这个考核对象，或不归这个岗位看", "从考核办法的名单里选；要看别的单位，换到管它的岗位。"));
    }

    private static NotFound noScheme(String scheme) {
        return new NotFound("施行的制度里没有考核“" + scheme + "”", "从考核一览里选一个。");
    }

    private static NotFound noPeriod(String code) {
        return new NotFound("这个考核没有“" + code + "”这一期", "在考核办法页上选一期。");
    }
}
