package org.mingze.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingze.journal.Entry;
import org.mingze.journal.Journal;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/// 家目录选项 — the home folder that a command works on, opened without pages.
final class HomeOption {
    private static final int BATCH = 5_000;

    @Option(names = "--home", paramLabel = "文件夹", description = "数据所在的家目录（缺省 .mingze）")
    private Path home = Path.of(".mingze");

    @Option(names = "--county", paramLabel = "县", description = "哪个县（只有一个县时不用写）")
    private String county = "";

    ConfigurableApplicationContext open() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("mingze.home", home.toAbsolutePath().normalize().toString());
        if (!county.isEmpty()) {
            settings.put(CountyServed.WANTED, county);
        }
        return Serving.withoutPages(settings);
    }

    /// The one county of a home folder, or that which is named.
    static Journal.County county(ConfigurableApplicationContext context) {
        Journal journal = context.getBean(Journal.class);
        List<Journal.County> found = CountyServed.of(journal, context.getEnvironment());
        if (found.size() == 1) {
            return found.getFirst();
        }
        List<Journal.County> all = journal.counties();
        throw new IllegalStateException(
                all.isEmpty()
                        ? "这个家目录里还没有账：先运行 ./mingze 或 ./mingze import 文件"
                        : "这里有" + CountyServed.names(all) + "：用 --county 写明其中哪一个");
    }

    /// The whole journal of the county.
    static List<Entry> entries(ConfigurableApplicationContext context) {
        Journal journal = context.getBean(Journal.class);
        int county = county(context).id();
        List<Entry> entries = new ArrayList<>();
        List<Entry> batch = journal.entries(county, 0, BATCH);
        while (!batch.isEmpty()) {
            entries.addAll(batch);
            batch = journal.entries(county, entries.size(), BATCH);
        }
        return entries;
    }
}
