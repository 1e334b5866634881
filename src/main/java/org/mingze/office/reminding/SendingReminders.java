package org.mingze.office.reminding;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        List<Told> told = new ArrayList<>();
        for (String body : bodies) {
            told.addAll(
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
                                            .toList()));
        }
        channels.stream()
                .filter(Channel::isConfigured)
                .forEach(channel -> tell(county, channel, told, now));
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

    private void tell(int county, Channel channel, List<Told> told, Instant now) {
        Map<String, List<Channel.Reminder>> sets = new LinkedHashMap<>();
        for (Told each : told) {
            if (channel.gathers() && each.mail().isEmpty()) {
                continue;
            }
            String digest =
                    Digest.of(each.soon().key().getBytes(StandardCharsets.UTF_8)).toString();
            reminders.note(county, channel.word(), digest, each.soon(), now);
            if (reminders.take(county, channel.word(), digest, now)) {
                sets.computeIfAbsent(
                                channel.gathers() ? each.mail() : digest, _ -> new ArrayList<>())
                        .add(new Channel.Reminder(each.soon(), digest));
            }
        }
        sets.forEach((address, set) -> send(county, channel, address, set, now));
    }

    private void send(
            int county, Channel channel, String address, List<Channel.Reminder> set, Instant now) {
        try {
            channel.send(address, set);
            set.forEach(each -> became(county, channel, each, Optional.empty(), now));
        } catch (Channel.NotSent failed) {
            Optional<String> fault = Optional.of(String.valueOf(failed.getMessage()));
            set.forEach(each -> became(county, channel, each, fault, now));
        }
    }

    /// @param fault why it was not sent
    private void became(
            int county,
            Channel channel,
            Channel.Reminder told,
            Optional<String> fault,
            Instant now) {
        Reminders.Line line = reminders.find(county, channel.word(), told.digest()).orElseThrow();
        if (fault.isEmpty()) {
            reminders.became(county, line, Reminders.SENT, "", now, now);
            return;
        }
        boolean last = line.attempts() >= ATTEMPTS_MAX;
        Duration wait = FIRST_WAIT.multipliedBy(1L << (line.attempts() - 1));
        reminders.became(
                county,
                line,
                last ? Reminders.GIVEN_UP : Reminders.WAITING,
                fault.get(),
                now.plus(wait),
                now);
    }
}
