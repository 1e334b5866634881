package org.mingze.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.AsOf;
import org.mingze.journal.Archive;
import org.mingze.journal.Entry;
import org.mingze.work.ChinaTime;
import org.mingze.work.Knowledge;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// 档案选项 — which journal is asked, on which day, and with which knowledge.
final class JournalOptions {
    @Option(names = "--journal", required = true, paramLabel = "档案", description = "账簿档案（文件夹或zip）")
    private Path journal;

    @Option(names = "--at", paramLabel = "日期", description = "问哪一天，如2026-06-30")
    private Optional<LocalDate> at = Optional.empty();

    @Option(names = "--known", paramLabel = "日期或号", description = "按哪一天、或到第几号为止所知回答（缺省是全部所知）")
    private Optional<String> known = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    AsOf asOf() {
        LocalDate day = at.orElseThrow(() -> usage("缺 --at：写明问哪一天，如 --at 2026-06-30"));
        return new AsOf(
                Knowledge.of(entries().stream().filter(until()).toList(), WorkCalendar.published()),
                day);
    }

    /// The whole journal, whatever is asked of it.
    List<Entry> entries() {
        return Archive.read(journal).entries();
    }

    private Predicate<Entry> until() {
        return until(known, this::usage);
    }

    /// The entries until a day or a number; all without either.
    static Predicate<Entry> until(
            Optional<String> known, Function<String, ParameterException> usage) {
        if (known.isEmpty()) {
            return _ -> true;
        }
        String text = known.get();
        if (text.matches("\\d{1,18}")) {
            long last = Long.parseLong(text);
            return entry -> entry.number() <= last;
        }
        try {
            Instant end = ChinaTime.endOf(LocalDate.parse(text));
            return entry -> !entry.recordedAt().isAfter(end);
        } catch (DateTimeParseException unreadable) {
            throw usage.apply("“" + text + "”不是日期也不是号，写成2026-06-30或1200");
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
