package org.mingze.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;

/// 样本县 — what every flow of the sample writes with: the chronicle, the roster and the rhythm.
record County(
        Chronicle chronicle,
        Organization organization,
        WorkCalendar calendar,
        Attachments attachments,
        Manifest manifest) {
    static final LocalDate FIRST = LocalDate.of(2025, 10, 1);
    static final LocalDate LAST = LocalDate.of(2026, 11, 19);
    private static final LocalDateTime CLOSING = LocalDate.of(2026, 11, 20).atTime(16, 30);

    /// A random source of a flow's own, so that one flow does not shift another.
    static Random random(String flow) {
        return new Random(flow.hashCode() * 2654435761L);
    }

    static boolean isCovered(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /// Recorded in the office's usual rhythm: the same afternoon, or the next working morning.
    Ref report(String kind, LocalDate day, String recorderPost, Random random, Fields fields) {
        return report(kind, Occurred.on(day), recorderPost, random, fields);
    }

    Ref report(String kind, Occurred occurred, String post, Random random, Fields fields) {
        LocalDateTime recorded = usualMoment(occurred.day(), random);
        return write(kind, occurred, recorded, post, EntryMode.REPORTED, fields);
    }

    /// Recorded the same afternoon, as what others wait for is.
    Ref reportAtOnce(String kind, LocalDate day, String post, Random random, Fields fields) {
        LocalTime time =
                LocalTime.of(16 + random.nextInt(2), random.nextInt(60), random.nextInt(60));
        return write(kind, Occurred.on(day), day.atTime(time), post, EntryMode.REPORTED, fields);
    }

    /// Done in Mingze itself, so recorded as it happens.
    Ref perform(String kind, LocalDate day, String post, Random random, Fields fields) {
        LocalTime time =
                LocalTime.of(9 + random.nextInt(8), random.nextInt(60), random.nextInt(60));
        return write(kind, Occurred.on(day), day.atTime(time), post, EntryMode.DONE, fields);
    }

    Ref write(
            String kind,
            Occurred occurred,
            LocalDateTime recorded,
            String post,
            EntryMode mode,
            Fields fields) {
        LocalDateTime moment = recorded.isAfter(CLOSING) ? CLOSING : recorded;
        return chronicle.add(
                kind, occurred, moment, recorder(post, moment.toLocalDate()), mode, fields);
    }

    String holder(String post, LocalDate day) {
        return organization
                .holder(post, day)
                .orElseThrow(() -> new IllegalStateException(post + " is vacant on " + day));
    }

    String headPost(String body, LocalDate day) {
        return organization
                .headPost(body, day)
                .map(Post::code)
                .orElseThrow(() -> new IllegalStateException(body + " has no head on " + day));
    }

    LocalDate workingDayFrom(LocalDate day) {
        LocalDate found = day;
        while (!calendar.isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    LocalDate workingDayBefore(LocalDate day) {
        LocalDate found = day.minusDays(1);
        while (!calendar.isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /// The n-th working day before a day.
    LocalDate workingDaysBefore(LocalDate day, int count) {
        LocalDate found = day;
        for (int left = count; left > 0; left--) {
            found = workingDayBefore(found);
        }
        return found;
    }

    /// The n-th working day after a day.
    LocalDate workingDaysAfter(LocalDate day, int count) {
        LocalDate found = day;
        for (int left = count; left > 0; left--) {
            found = workingDayFrom(found.plusDays(1));
        }
        return found;
    }

    private Recorder recorder(String post, LocalDate day) {
        return new Recorder(holder(post, day), post);
    }

    private LocalDateTime usualMoment(LocalDate day, Random random) {
        int lot = random.nextInt(100);
        if (calendar.isWorkingDay(day) && lot < 78) {
            return day.atTime(16 + random.nextInt(2), random.nextInt(60), random.nextInt(60));
        }
        LocalDate later = lot < 96 ? day.plusDays(1) : day.plusDays(3);
        return workingDayFrom(later)
                .atTime(8 + random.nextInt(3), 30 + random.nextInt(30), random.nextInt(60));
    }
}
