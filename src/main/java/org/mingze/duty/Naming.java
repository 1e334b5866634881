package org.mingze.duty;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Person;
import org.mingze.organization.Post;

/// 称呼 — the name that a code bears on a day, or bore on its last day; the code itself where
/// nothing better is known.
public final class Naming {
    private Naming() {}

    /// The names of a pair, or the words of the row of a roster, whose codes are joined by +.
    public static String each(Organization organization, String codes, LocalDate day) {
        return Arrays.stream(codes.split("\\+", -1))
                .map(code -> of(organization, code, day))
                .collect(Collectors.joining("、"));
    }

    public static String of(Organization organization, String code, LocalDate day) {
        return organization
                .lastBody(code, day)
                .map(Body::name)
                .or(() -> organization.lastPost(code, day).map(Post::name))
                .or(() -> organization.person(code).map(Person::name))
                .orElse(code);
    }
}
