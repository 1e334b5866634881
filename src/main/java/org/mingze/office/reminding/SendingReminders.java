package org.mingze.office.reminding;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.journal.Digest;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.stereotype.Component;

/// 送提醒 — one round: what falls due soon is noted once for each channel, and what waits is sent.
@Component
class SendingReminders {
    static final int ATTEMPTS_MAX = 5;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(10);
    private static final Duration SURELY_STOPPED = Duration.ofMinutes(5);

    private final CountyLedgers ledgers;
    private final Reminders reminders;
    private final List<Channel> channels;

    SendingReminders(CountyLedgers ledgers, Reminders reminders, List<Channel> channels) {
        this.ledgers = ledgers;
        this.reminders = reminders;
        this.channels = channels;
    }

    boolean isConfigured() {
        return channels.stream().anyMatch(Channel::isConfigured);
    }

    List<Channel> channels() {
        return List.copyOf(channels);
    }

    /// Nothing while the county has not said how many working days ahead.
    void round(int county, Instant now) {
        Optional<Reminders.Rule> rule = reminders.rule(county);
        if (rule.isEmpty() || !isConfigured()) {
            return;
        }
        reminders.settle(county, now.minus(SURELY_STOPPED));
        LocalDate today = ChinaTime.day(now);
        Map<String, Reminders.Address> addresses = reminders.addresses(county);
        List<String> bodies =
                ledgers.ask(
                        county,
                        known ->
                                known.organization().bodies(today).stream()
                                        .map(Body::code)
                                        .toList());
        for (String body : bodies) {
            List<Told> told =
                    ledgers.ask(
                            county,
                            known ->
                                    DueSoon.of(known, body, today, rule.get().workingDays())
                                            .stream()
                                            .map(
                                                    soon ->
                                                            new Told(
                                                                    soon,
                                                                    mail(
                                                                            addresses,
                                                                            soon.post(),
                                                                            known.organization(),
                                                                            today)))
                                            .toList());
            told.forEach(each -> tell(county, each, now));
        }
    }

    private record Told(DueSoon.Soon soon, String mail) {}

    /// The address of whoever holds the post today.
    private static String mail(
            Map<String, Reminders.Address> addresses,
            String post,
            Organization organization,
            LocalDate today) {
        return Optional.ofNullable(addresses.get(post))
                .filter(
                        address ->
                                organization
                                        .holder(post, today)
                                        .filter(address.person()::equals)
                                        .isPresent())
                .map(Reminders.Address::mail)
                .orElse("");
    }

    private void tell(int county, Told told, Instant now) {
        for (Channel channel : channels) {
            boolean reaches = !(channel instanceof MailChannel) || !told.mail().isEmpty();
            if (channel.isConfigured() && reaches) {
                String digest =
                        Digest.of(told.soon().key().getBytes(StandardCharsets.UTF_8)).toString();
                reminders.note(county, channel.word(), digest, told.soon(), now);
                if (reminders.take(county, channel.word(), digest, now)) {
                    Reminders.Line line =
                            reminders.find(county, channel.word(), digest).orElseThrow();
                    send(county, channel, told, line, now);
                }
            }
        }
    }

    private void send(int county, Channel channel, Told told, Reminders.Line line, Instant now) {
        try {
            channel.send(told.mail(), told.soon(), line.digest());
            reminders.became(county, line, Reminders.SENT, "", now, now);
        } catch (Channel.NotSent failed) {
            boolean last = line.attempts() >= ATTEMPTS_MAX;
            Duration wait = FIRST_WAIT.multipliedBy(1L << (line.attempts() - 1));
            reminders.became(
                    county,
                    line,
                    last ? Reminders.GIVEN_UP : Reminders.WAITING,
                    String.valueOf(failed.getMessage()),
                    now.plus(wait),
                    now);
        }
    }
}
