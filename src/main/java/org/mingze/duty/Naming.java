package org.mingze.duty;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;

/// 称呼 — the name that a code bears on a day; the code itself where nothing better is known.
public final class Naming {
    private Naming() {}

    /// The names of a pair, or the words of the row of a roster, whose codes are joined by +.
    public static String each(Organization organization, String codes, LocalDate day) {
        return Arrays.stream(codes.split("\\+", -1))
                .map(code -> of(organization, code, day))
                .collect(Collectors.joining("、"));
    }

    public static String of(Organization organization, String code, LocalDate day) {
        Optional<String> body = organization.body(code, day).map(known -> known.name());
        if (body.isPresent()) {
            return body.get();
        }
        Optional<String> post =
                organization
                        .post(code, day)
                        .or(() -> abolished(organization, code, day))
                        .map(known -> known.name());
        return post.orElseGet(
                () -> organization.person(code).map(known -> known.name()).orElse(code));
    }

    /// A post that is no more keeps the name under which somebody took it up last.
    private static Optional<Post> abolished(Organization organization, String code, LocalDate day) {
        return organization.tenuresOf(code).stream()
                .filter(tenure -> tenure.from().isBefore(day))
                .reduce((_, later) -> later)
                .flatMap(tenure -> organization.post(code, tenure.from()));
    }
}
