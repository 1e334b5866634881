package org.mingze.access;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.journal.Recorder;

/// 现任者 — the signed-in person, acting as one of the posts held today.
///
/// A controller takes it as an argument.
public record Officer(int county, String person, String name, HeldPost post) {
    /// 末任 — the acting officer or, of somebody who holds no post any more, the officer of the post
    /// that was lost last. A controller takes it where what is left of a lost post may be done.
    ///
    /// @param ended the last day in that post; empty for one that is held today
    public record Last(Officer officer, Optional<LocalDate> ended) {}

    public Recorder recorder() {
        return new Recorder(person, post.code());
    }
}
