package org.mingze.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("close 命令")
class CloseCommandTest {
    private record Ran(int code, String out) {}

    @Test
    @DisplayName("看一期的余额：应等于各项之和，一县和一个机构都看得")
    void balancesAreShown() {
        Ran county = close("2026-03");
        assertThat(county.code()).isEqualTo(ExitCode.FINE);
        assertThat(county.out()).contains("月结 2026-03 全县", "中心组.季  应4 = ", "合计 应");
        Ran street = close("2026-03", "--body", "青石街道党工委");
        assertThat(street.code()).isEqualTo(ExitCode.FINE);
        assertThat(street.out()).contains("月结 2026-03 qingshi.").isNotEqualTo(county.out());
        assertThat(close("2026-03", "--json").out()).contains("\"balances\":[{");
    }

    @Test
    @DisplayName("期写得不对、要签又没写岗位，都是用法不对，退出码2")
    void wrongUsageIsSaid() {
        assertThat(close("三月").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("close", "2026-03").code()).isEqualTo(ExitCode.USAGE);
    }

    private static Ran close(String period, String... more) {
        String[] all = {"close", period, "--journal", "samples/mingchuan", "--at", "2026-04-10"};
        String[] arguments = new String[all.length + more.length];
        System.arraycopy(all, 0, arguments, 0, all.length);
        System.arraycopy(more, 0, arguments, all.length, more.length);
        return run(arguments);
    }

    private static Ran run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            int code = CommandLineEntry.run(arguments);
            return new Ran(code, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }
}
