package org.mingze.office.reminding;

import java.util.List;

/// 通道 — a way by which a reminder leaves the product.
interface Channel {
    /// As the log says it.
    String word();

    boolean isConfigured();

    /// Whether it takes what one address is told of together, rather than one by one.
    boolean gathers();

    /// Sends some, and returns once they are taken.
    ///
    /// @param address where to, for a channel that has an address for each post
    /// @param told    one, or all of a round for an address where the channel gathers them
    /// @throws NotSent with what to do about it; then none of them counts as sent
    void send(String address, List<Reminder> told) throws NotSent;

    /// 一件提醒 — what falls due, and the digest by which it is known.
    record Reminder(DueSoon.Soon soon, String digest) {}

    /// 没送到.
    final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;

        NotSent(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
