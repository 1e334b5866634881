package org.mingze.institution;

import java.util.Optional;
import java.util.Set;

/// 角色 — posts or bodies named by kind and level, never one by one; an empty set selects all.
///
/// @param postTitles 职 of the posts meant; empty when the role means bodies
public record Role(
        String name,
        Optional<Set<String>> postTitles,
        Set<String> bodyKinds,
        Set<String> levels,
        Optional<String> placePattern) {
    public boolean isPost() {
        return postTitles.isPresent();
    }
}
