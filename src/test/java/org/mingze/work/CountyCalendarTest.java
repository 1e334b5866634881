package org.mingze.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;

@DisplayName("县里记下的一年日子")
class CountyCalendarTest {
    private static final LocalDate SATURDAY = LocalDate.of(2031, 1, 4);
    private static final LocalDate HOLIDAY = LocalDate.of(2031, 1, 2);

    private final Knowledge known = new Knowledge(WorkCalendar.published());

    private static Draft draft(String kind, String... fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            content.put(fields[at], new Content.Text(fields[at + 1]));
        }
        return new Draft(
                kind,
                Occurred.on(LocalDate.of(2030, 12, 1)),
                Recorder.SETUP,
                EntryMode.DONE,
                new Content.Group(content));
    }

    private void apply(Draft draft) {
        known.apply(Entry.of(known.size() + 1, draft, Instant.parse("2030-12-01T02:00:00Z")));
    }

    private static Draft year(String lines) {
        return draft("年历", "年", "2031", "文", lines, "附", "通知.txt#" + "0".repeat(64));
    }

    @Test
    @DisplayName("记下以前是暂定，只有周末休息；记下以后照通知，后一份顶前一份，撤销就回到从前")
    void holdsUntilWithdrawn() {
        assertThat(known.calendar().isProvisional(HOLIDAY)).isTrue();
        assertThat(known.calendar().isWorkingDay(HOLIDAY)).isTrue();
        apply(year("通知 甲号 2030-11-08\n假 元旦 2031-01-01 2031-01-03\n班 元旦 2031-01-04\n"));
        assertThat(known.calendar().isProvisional(HOLIDAY)).isFalse();
        assertThat(known.calendar().isWorkingDay(HOLIDAY)).isFalse();
        assertThat(known.calendar().isWorkingDay(SATURDAY)).isTrue();
        assertThat(known.calendar().noticeOf(2031)).contains("甲号");
        assertThat(known.calendar().isProvisional(LocalDate.of(2029, 5, 5))).isTrue();
        apply(year("假 元旦 2031-01-01 2031-01-01\n"));
        assertThat(known.calendar().isWorkingDay(HOLIDAY)).isTrue();
        assertThat(known.calendar().isWorkingDay(SATURDAY)).isFalse();
        apply(draft("撤销", "原", "2", "因", "记错"));
        assertThat(known.calendar().isWorkingDay(SATURDAY)).isTrue();
        apply(draft("撤销", "原", "1", "因", "记错"));
        assertThat(known.calendar().isProvisional(HOLIDAY)).isTrue();
        assertThat(known.faults()).isEmpty();
        assertThat(known.calendar().isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue();
    }

    @Test
    @DisplayName("看不懂的一行、不对的日期、过长的假期、没有佐证的，入不了账")
    void refusesWhatItCannotRead() {
        List<String> sentences = new ArrayList<>();
        for (String lines :
                List.of(
                        "歇 元旦 2031-01-01",
                        "假 元旦 2031-01-01 2031-13-01",
                        "假 元旦 2031-01-01 2031-09-01")) {
            EntryCheck.faults(known, year(lines), LocalDate.of(2030, 12, 2))
                    .forEach(fault -> sentences.add(fault.sentence()));
        }
        assertThat(sentences).hasSize(3).allMatch(sentence -> sentence.startsWith("节假日通知"));
        Draft bare = draft("年历", "年", "2031", "文", "假 元旦 2031-01-01 2031-01-01");
        assertThat(EntryCheck.faults(known, bare, LocalDate.of(2030, 12, 2)))
                .extracting(EntryCheck.Fault::field)
                .containsExactly("附");
    }
}
