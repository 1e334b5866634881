package org.mingze.journal;

/// 录者 — who made an entry, acting as which post; both are codes of the organization.
public record Recorder(String person, String post) {
    /// The county's own set-up, before anybody holds a post.
    public static final Recorder SETUP = new Recorder("", "");
}
