package org.mingze.command;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.mingze.work.CountyLedgers;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// 重放 — drops the projections, rebuilds them from the journal and compares.
@Command(name = "replay", description = "丢掉投影表，按账簿重建，再比对是否一样。")
final class ReplayCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = home.open()) {
            int county = HomeOption.county(context).id();
            CountyLedgers.Replayed replayed =
                    context.getBean(CountyLedgers.class).replay(county, Instant.now());
            spec.commandLine()
                    .getOut()
                    .println(
                            replayed.same()
                                    ? "重建" + replayed.rows() + "行，与原来一样。"
                                    : "重建" + replayed.rows() + "行，与原来不一样：原来的投影已由重建的代替。");
            int closes =
                    CloseCommand.recheck(HomeOption.entries(context), spec.commandLine().getOut());
            return replayed.same() ? closes : ExitCode.FINDINGS;
        }
    }
}
