package org.mingze.journal;

/// 办理或补录 — whether an entry is an act done in Mingze here and now, or a fact reported afterwards.
public enum EntryMode {
    DONE("办"),
    REPORTED("补");

    private final String word;

    EntryMode(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
