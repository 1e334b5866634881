package org.mingze.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 界面框 — what stands around every page: who acts as which post, places, switches, notice.
///
/// @param acting  empty before signing in
/// @param tallies counts beside places
/// @param path    the page's own address, to come back to it
public record Frame(
        String county,
        Optional<Acting> acting,
        Map<Place, Integer> tallies,
        Appearance appearance,
        Csrf csrf,
        Assets assets,
        String path,
        Optional<Notice> notice) {
    /// 现任 — the signed-in person and the post that acts.
    ///
    /// @param posts  every post held, the acting one among them
    /// @param office the one place of an administrator, who has no post and sees no content
    public record Acting(
            String person, PostHeld post, List<PostHeld> posts, Optional<Place> office) {
        public Acting(String person, PostHeld post, List<PostHeld> posts) {
            this(person, post, posts, Optional.empty());
        }

        public Acting {
            posts = List.copyOf(posts);
        }

        /// The places of an administrator, or of who holds no post; empty where all are open.
        public List<Place> few() {
            if (office.isPresent()) {
                return List.of(office.get(), Place.OWN_ACCOUNT);
            }
            return isWithoutPost() ? List.of(Place.TODAY, Place.OWN_ACCOUNT) : List.of();
        }

        public boolean isWithoutPost() {
            return office.isEmpty() && posts.isEmpty();
        }

        public boolean isActing(PostHeld held) {
            return held.code().equals(post.code());
        }
    }

    public record PostHeld(String code, String name) {}

    /// 防伪 — the token that every form carries.
    public record Csrf(String parameter, String token) {}

    /// 静态文件 — the addresses of the style sheet and the scripts; they change with their content.
    ///
    /// @param sheet the style sheet itself, for a browser that does not keep it yet; else empty
    public record Assets(String styles, String script, String htmx, String passkey, String sheet) {
        Assets kept() {
            return new Assets(styles, script, htmx, passkey, "");
        }
    }

    public Frame {
        tallies = Map.copyOf(tallies);
    }

    /// A frame for somebody who is not signed in, or when who they are cannot be read.
    public static Frame bare(String county, Appearance appearance, Csrf csrf, Assets assets) {
        return new Frame(
                county,
                Optional.empty(),
                Map.of(),
                appearance,
                csrf,
                assets,
                "/",
                Optional.empty());
    }

    public String tally(Place place) {
        Integer count = tallies.get(place);
        return count == null || count == 0 ? "" : String.valueOf(count);
    }
}
