package org.mingze.command;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mingze.command.printing.VerdictJson;
import org.mingze.duty.AsOf;
import org.mingze.duty.Obligations;
import org.mingze.duty.Sentences;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.organization.Organization;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// 算履责 — all verdicts of a journal archive on a day.
@Command(name = "evaluate", description = "按档案算出某一天的全部履责情形。")
final class EvaluateCommand implements Callable<Integer> {
    /// Nothing is raised before the first institution of any library.
    static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    @Spec private CommandSpec spec;
    @Mixin private JournalOptions journal;

    @Option(names = "--json", description = "打印一份JSON")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        AsOf asOf = journal.asOf();
        LocalDate from = firstDay(asOf);
        List<Verdict> verdicts =
                new Obligations(asOf.known(), asOf.day()).verdicts(from, asOf.day());
        if (json) {
            out.println(VerdictJson.list(verdicts, asOf));
            return ExitCode.FINE;
        }
        Organization organization = asOf.known().organization();
        Map<Standing, Integer> totals = new EnumMap<>(Standing.class);
        for (Verdict verdict : verdicts) {
            totals.merge(verdict.standing(), 1, Integer::sum);
            if (verdict.standing() != Standing.FULFILLED
                    && verdict.standing() != Standing.NOT_APPLICABLE) {
                out.println(line(verdict, organization));
            }
        }
        StringBuilder summary = new StringBuilder("共" + verdicts.size() + "项");
        totals.forEach(
                (standing, count) -> summary.append("，").append(standing.word()).append(count));
        out.println(summary);
        return ExitCode.FINE;
    }

    /// The first day on which anything was enacted.
    static LocalDate firstDay(AsOf asOf) {
        return asOf.known().rules().institutions().stream()
                .flatMap(id -> asOf.known().rules().versions(id).stream())
                .map(enactment -> enactment.knownOn().minusYears(1))
                .min(LocalDate::compareTo)
                .orElse(BEGINNING);
    }

    private static String line(Verdict verdict, Organization organization) {
        String bearer =
                verdict.obligation()
                        .bearer()
                        .map(
                                who ->
                                        org.mingze.duty.Naming.of(
                                                organization, who.code(), verdict.day()))
                        .orElse("主体未填");
        return verdict.standing().word()
                + "\t"
                + verdict.obligation().duty().number()
                + "\t"
                + bearer
                + "\t"
                + verdict.obligation().occasion().code()
                + "\t"
                + Sentences.of(verdict, organization);
    }
}
