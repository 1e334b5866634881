package org.mingze.exchange;

/// How far an import has come.
enum ImportState {
    MAPPING("待对列"),
    CHECKING("试读中"),
    CHECKED("已试读"),
    ENTERING("入账中"),
    DONE("已入账"),
    STOPPED("停下了");

    private final String word;

    ImportState(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean isRunning() {
        return this == CHECKING || this == ENTERING;
    }
}
