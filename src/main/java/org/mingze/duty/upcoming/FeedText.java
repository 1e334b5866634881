package org.mingze.duty.upcoming;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Verdict;
import org.mingze.duty.showing.DutyRows;

/// 订阅文本 — what falls due as an iCalendar file (RFC 5545): days, duties and institutions, nobody's
/// name and nothing of a record.
final class FeedText {
    private static final int OCTETS_MAX = 73;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private FeedText() {}

    /// @param site the address of the product, under which each event finds its day
    static String of(String name, Map<LocalDate, List<Verdict>> falling, String site, Instant now) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "BEGIN:VCALENDAR",
                                "VERSION:2.0",
                                "PRODID:-//mingze//duties//ZH",
                                "CALSCALE:GREGORIAN",
                                "METHOD:PUBLISH",
                                "X-WR-CALNAME:" + escaped(name + "到期")));
        falling.forEach(
                (day, verdicts) ->
                        Falling.sets(verdicts).forEach(set -> event(lines, day, set, site, now)));
        lines.add("END:VCALENDAR");
        return lines.stream().map(FeedText::folded).collect(Collectors.joining());
    }

    private static void event(
            List<String> lines, LocalDate day, List<Verdict> set, String site, Instant now) {
        Verdict first = set.getFirst();
        ObligationKey key = DutyRows.set(first);
        long open = set.stream().filter(Falling::isOpen).count();
        String left = set.size() == 1 ? "" : "（还差" + open + "个）";
        String state = open == 0 ? "（已了）" : left;
        String title = first.obligation().enactment().institution().title();
        lines.addAll(
                List.of(
                        "BEGIN:VEVENT",
                        "UID:" + Integer.toHexString(key.hashCode()) + "-" + day + "@mingze",
                        "DTSTAMP:" + STAMP.format(now),
                        "DTSTART;VALUE=DATE:" + day.format(DateTimeFormatter.BASIC_ISO_DATE),
                        "DTEND;VALUE=DATE:"
                                + day.plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE),
                        "SUMMARY:" + escaped(first.obligation().duty().name() + state),
                        "DESCRIPTION:" + escaped("《" + title + "》，到期日。在明责里看还差什么。"),
                        "URL:" + site + CalendarView.address(day),
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /// At most 75 octets a line, never inside a character.
    static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int letter : line.codePoints().toArray()) {
            String one = Character.toString(letter);
            int more = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > OCTETS_MAX) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(one);
            octets += more;
        }
        return folded.append("\r\n").toString();
    }
}
