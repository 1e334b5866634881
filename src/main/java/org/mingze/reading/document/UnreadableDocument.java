package org.mingze.reading.document;

import java.io.IOException;

/// 拒收 — why a file cannot be read, said for its owner: what is the matter, and the remedy.
final class UnreadableDocument extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableDocument(String why) {
        super(why);
    }

    UnreadableDocument(String why, Throwable cause) {
        super(why, cause);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
