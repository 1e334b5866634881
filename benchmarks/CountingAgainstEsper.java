import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPDeployment;
import com.espertech.esper.runtime.client.EPEventService;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import com.espertech.esper.runtime.client.EPStatement;
import java.util.ArrayList;
import java.util.List;
import org.mingze.calendar.WorkCalendar;
import org.mingze.duty.running.Sweep;
import org.mingze.duty.running.Tallies;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;
import org.mingze.work.Knowledge;

/// Counting by post and month: Mingze's whole engine against Esper 9 (GPL 2, fetched for this
/// benchmark alone), the same records, one statement for one duty, in turns in one process. Both
/// sides get their events prepared: Esper typed arrays with the month worked out, Mingze entries as
/// they are read from a journal, in text. Afterwards both must have counted the same.
///
/// Esper here does not read text, check fields, find out who held which post, take corrections or
/// withdrawals, keep which records were counted, judge with a grace, or answer for an earlier day.
/// Mingze here does not slide windows, join streams or call anybody back.
/// Arguments: records, statements, posts, rounds.
void main(String[] arguments) throws Exception {
    int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
    int statements = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    int posts = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5_000;
    int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 3;
    for (int round = 1; round <= rounds; round++) {
        Measured esper = esper(new Workload(posts, statements, 1, records, 0, ""), round, false);
        Measured told = esper(new Workload(posts, statements, 1, records, 0, ""), round, true);
        Measured mingze = mingze(new Workload(posts, statements, 1, records, 0, ""));
        if (told.counted() != mingze.counted()) {
            throw new IllegalStateException(told.counted() + " is not " + mingze.counted());
        }
        IO.println(
                ("CountingAgainstEsper round %d, %d statements, %,d records, %,d posts: Esper %,.0f/s"
                                + " (%,.0f/s of processor; %,.0f with a listener), Mingze entering %,.0f/s (%,.0f), with every"
                                + " obligation judged %,.0f/s (%,.0f); ratio of processor time %.2f"
                                + " entering, %.2f judged; counted %,d")
                        .formatted(
                                round,
                                statements,
                                records,
                                posts,
                                records / esper.entering().wallSeconds(),
                                records / esper.processor(),
                                records / told.processor(),
                                records / mingze.entering().wallSeconds(),
                                records / mingze.entering().processorSeconds(),
                                records
                                        / (mingze.entering().wallSeconds()
                                                + mingze.judging().wallSeconds()),
                                records / mingze.processor(),
                                esper.processor() / mingze.entering().processorSeconds(),
                                esper.processor() / mingze.processor(),
                                mingze.counted()));
    }
    IO.println(Meter.machine());
}

record Measured(Meter entering, Meter judging, long counted) {
    double processor() {
        return entering.processorSeconds() + judging.processorSeconds();
    }
}

static Measured esper(Workload workload, int round, boolean listened) throws Exception {
    workload.setUp();
    Configuration configuration = new Configuration();
    configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
    StringBuilder text =
            new StringBuilder(
                    "@public @buseventtype create objectarray schema"
                            + " Act(post string, inmonth int, kind string, spent int);\n");
    for (int duty = 0; duty < workload.duties; duty++) {
        text.append("@name('d")
                .append(duty)
                .append("') select post, inmonth, count(*) as c from Act(kind='类")
                .append(duty / 2)
                .append("'")
                .append(duty % 2 == 0 ? "" : ", spent >= 30")
                .append(") group by post, inmonth;\n");
    }
    EPCompiled compiled =
            EPCompilerProvider.getCompiler()
                    .compile(text.toString(), new CompilerArguments(configuration));
    EPRuntime runtime = EPRuntimeProvider.getRuntime("round" + round + listened, configuration);
    EPDeployment deployed = runtime.getDeploymentService().deploy(compiled);
    long[] counted = {0};
    for (EPStatement statement : deployed.getStatements()) {
        if (listened && statement.getName().startsWith("d")) {
            statement.addListener((rows, _, _, _) -> counted[0] += rows.length);
        }
    }
    EPEventService events = runtime.getEventService();
    Meter meter = new Meter();
    while (workload.hasNext()) {
        List<Object[]> piece = new ArrayList<>();
        for (Entry entry : workload.next(5_000)) {
            piece.add(
                    new Object[] {
                        text(entry, "人"),
                        entry.occurred().day().getMonthValue(),
                        text(entry, "类"),
                        Integer.parseInt(text(entry, "时长"))
                    });
        }
        meter.start();
        for (Object[] event : piece) {
            events.sendEventObjectArray(event, "Act");
        }
        meter.stop();
    }
    runtime.destroy();
    return new Measured(meter, new Meter(), counted[0]);
}

static Measured mingze(Workload workload) {
    Knowledge known = new Knowledge(WorkCalendar.published());
    workload.setUp().forEach(known::apply);
    Tallies tallies = Tallies.over(known);
    Meter entering = new Meter();
    while (workload.hasNext()) {
        List<Entry> piece = workload.next(5_000);
        entering.start();
        piece.forEach(known::apply);
        entering.stop();
    }
    Meter judging = new Meter();
    judging.start();
    long[] counted = {0};
    new Sweep(tallies, workload.after())
            .each(Workload.FIRST, workload.last(), stood -> counted[0] += stood.certain());
    judging.stop();
    tallies.close();
    return new Measured(entering, judging, counted[0]);
}

static String text(Entry entry, String field) {
    return ((Content.Text) entry.content().fields().get(field)).value();
}
