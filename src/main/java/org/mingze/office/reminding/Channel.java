package org.mingze.office.reminding;

/// 通道 — a way by which a reminder leaves the product.
interface Channel {
    /// As the log says it.
    String word();

    boolean isConfigured();

    /// Sends one, and returns once it is taken.
    ///
    /// @param address where to, for a channel that has an address for each post
    /// @throws NotSent with what to do about it
    void send(String address, DueSoon.Soon soon, String digest) throws NotSent;

    /// 没送到.
    final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;

        NotSent(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
