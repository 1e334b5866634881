package org.mingze.access;

import org.mingze.journal.Recorder;

/// 现任者 — the signed-in person, acting as one of the posts held today.
///
/// A controller takes it as an argument.
public record Officer(int county, String person, String name, HeldPost post) {
    public Recorder recorder() {
        return new Recorder(person, post.code());
    }
}
