package org.mingze.duty.situation;

import java.util.List;
import java.util.Optional;
import org.mingze.institution.expression.Value;
import org.mingze.organization.Body;

/// 高于 — whether a post stands at a higher level of the tree than another post or a person's posts.
public final class Seniority {
    private static final List<String> LEVELS = List.of("村", "乡镇", "县", "市", "省");

    private Seniority() {}

    public static Value isAbove(Situation situation, Value.Reference post, List<Value> arguments) {
        if (arguments.size() < 2 || !(arguments.get(1) instanceof Value.Reference other)) {
            return new Value.Unknown("高于缺参");
        }
        int mine = level(situation, Optional.of(post.code()));
        int others =
                other.kind() == Value.Reference.Kind.POST
                        ? level(situation, Optional.of(other.code()))
                        : situation.organization().postsOf(other.code(), situation.at()).stream()
                                .mapToInt(held -> level(situation, Optional.of(held.code())))
                                .max()
                                .orElse(-1);
        return mine < 0 || others < 0 ? new Value.Unknown("级不详") : Value.Truth.of(mine > others);
    }

    private static int level(Situation situation, Optional<String> post) {
        return post.flatMap(code -> situation.organization().post(code, situation.at()))
                .flatMap(known -> situation.organization().body(known.body(), situation.at()))
                .flatMap(Body::level)
                .map(LEVELS::indexOf)
                .orElse(-1);
    }
}
