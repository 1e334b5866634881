package org.mingze.web;

/// 不归你看 — this post may not see or do it: what it can see, and whom to ask.
public final class NotPermitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String canSee;
    private final String ask;

    public NotPermitted(String title, String canSee, String ask) {
        super(title);
        this.canSee = canSee;
        this.ask = ask;
    }

    public String title() {
        return String.valueOf(getMessage());
    }

    public String canSee() {
        return canSee;
    }

    public String ask() {
        return ask;
    }
}
