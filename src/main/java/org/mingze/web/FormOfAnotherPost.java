package org.mingze.web;

import java.util.Optional;

/// 别岗的表 — a form that was opened as one post and sent while another acts: nothing is recorded,
/// because whoever filled it in meant the first.
public final class FormOfAnotherPost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Frame.PostHeld> opened;
    private final transient Frame.PostHeld acting;

    /// @param opened the post it was opened as; empty when it is not held any more
    public FormOfAnotherPost(Optional<Frame.PostHeld> opened, Frame.PostHeld acting) {
        super("a form opened as one post was sent as " + acting.code());
        this.opened = opened;
        this.acting = acting;
    }

    public Optional<Frame.PostHeld> opened() {
        return opened;
    }

    public Frame.PostHeld acting() {
        return acting;
    }
}
