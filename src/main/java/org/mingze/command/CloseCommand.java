package org.mingze.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mingze.calendar.Period;
import org.mingze.calendar.Periods;
import org.mingze.calendar.WorkCalendar;
import org.mingze.command.printing.CloseJson;
import org.mingze.command.printing.CloseLines;
import org.mingze.duty.EnteringRecord;
import org.mingze.duty.closing.Adjustment;
import org.mingze.duty.closing.Adjustments;
import org.mingze.duty.closing.CloseCheck;
import org.mingze.duty.closing.PeriodClose;
import org.mingze.journal.Archive;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.Recorder;
import org.mingze.organization.Organization;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.Knowledge;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// 月结 — signs the balances of a period into the journal of the home, or shows from an archive what
/// they are and what was adjusted since they were signed.
@Command(name = "close", description = "月结：签下一期的余额；加 --journal 只看不签，连同以往月结的调整。")
final class CloseCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "期", description = "如2026-05")
    private String period = "";

    @Option(names = "--body", paramLabel = "机构", description = "只结这个机构和它的下级（缺省全县）")
    private Optional<String> body = Optional.empty();

    @Option(names = "--post", paramLabel = "岗位", description = "以哪个岗位签，署名是现任者")
    private Optional<String> post = Optional.empty();

    @Option(names = "--journal", paramLabel = "档案", description = "看这份账簿档案，不写账")
    private Optional<Path> journal = Optional.empty();

    @Option(names = "--at", paramLabel = "日期", description = "与 --journal 同用：截至哪一天（缺省账上最后一天）")
    private Optional<LocalDate> at = Optional.empty();

    @Option(names = "--json", description = "打印一份JSON")
    private boolean json;

    @Override
    public Integer call() {
        Period asked;
        try {
            asked = Periods.parse(period);
        } catch (IllegalArgumentException unreadable) {
            throw usage(String.valueOf(unreadable.getMessage()));
        }
        return journal.isPresent() ? show(asked, journal.get()) : sign(asked);
    }

    private int show(Period asked, Path path) {
        List<Entry> entries = Archive.read(path).entries();
        Knowledge known = Knowledge.of(entries, WorkCalendar.published());
        LocalDate day = at.orElse(ChinaTime.day(known.knownAt()));
        Optional<String> code = code(known.organization(), day);
        PeriodClose close = PeriodClose.of(known, asked, code, day, "");
        List<Adjustment> adjustments = Adjustments.of(entries, WorkCalendar.published());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CloseJson.of(close, adjustments));
        } else {
            CloseLines.of(close, adjustments).forEach(out::println);
        }
        return ExitCode.FINE;
    }

    private int sign(Period asked) {
        String as = post.orElseThrow(() -> usage("缺 --post：写明以哪个岗位签；只看不签用 --journal 档案"));
        try (ConfigurableApplicationContext context = home.open()) {
            int county = HomeOption.county(context).id();
            Instant now = Instant.now();
            LocalDate today = ChinaTime.day(now);
            Draft draft =
                    context.getBean(CountyLedgers.class)
                            .ask(county, known -> draft(known, asked, as, today));
            return tell(context.getBean(EnteringRecord.class).enter(county, draft, now));
        }
    }

    private Draft draft(Knowledge known, Period asked, String as, LocalDate today) {
        Organization organization = known.organization();
        String code =
                organization
                        .findPost(as, today)
                        .orElseThrow(() -> usage(today + "没有岗位“" + as + "”，或不止一个同名。改用岗位的号。"));
        String person =
                organization.holder(code, today).orElseThrow(() -> usage(as + "现在没有人任，换一个有人任的岗位签"));
        return PeriodClose.of(known, asked, code(organization, today), today, person)
                .draft(new Recorder(person, code));
    }

    private Optional<String> code(Organization organization, LocalDate day) {
        return body.map(
                name ->
                        organization
                                .findBody(name, day)
                                .orElseThrow(
                                        () -> usage(day + "没有机构“" + name + "”，或不止一个同名。改用机构的号。")));
    }

    private int tell(EnteringRecord.Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        return switch (outcome) {
            case EnteringRecord.Outcome.Entered(Entry entry, var _) -> {
                PeriodClose close = PeriodClose.of(entry);
                CloseLines.of(close, List.of()).forEach(out::println);
                out.println("已月结：第" + entry.number() + "号。");
                yield ExitCode.FINE;
            }
            case EnteringRecord.Outcome.Faulty(var faults) -> {
                faults.forEach(fault -> out.println(fault.field() + "：" + fault.sentence()));
                yield ExitCode.FINDINGS;
            }
            case EnteringRecord.Outcome.Refused(var opinions) -> {
                out.println("有制度拒绝这一笔：" + opinions.size() + "条。");
                yield ExitCode.FINDINGS;
            }
        };
    }

    /// Checks every 月结 of a journal again and says what does not fit.
    static int recheck(List<Entry> entries, PrintWriter out) {
        List<CloseCheck.Misfit> misfits = CloseCheck.misfits(entries, WorkCalendar.published());
        misfits.forEach(misfit -> out.println(misfit.sentence()));
        long closes = entries.stream().filter(entry -> entry.kind().equals("月结")).count();
        if (closes > 0 && misfits.isEmpty()) {
            out.println("月结" + closes + "次，逐次重算余额，都相符。");
        }
        return misfits.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
