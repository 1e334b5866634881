import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.mingze.command.Serving;
import org.springframework.context.ConfigurableApplicationContext;

/// The home folder of a set of counties: made once, and used again by whoever asks for the same.
final class Homes {
    private static final String PASSPHRASE = "基准-渡口-四十二号";

    private Homes() {}

    /// @param home the folder, in which a file says of what size the set is
    static Path of(Path home, int records, int others, int recordsOfOthers) throws IOException {
        Path made = home.resolve("made");
        String size = records + " " + others + " " + recordsOfOthers;
        if (Files.exists(made) && Files.readString(made).equals(size)) {
            return home;
        }
        if (Files.exists(home)) {
            throw new IllegalStateException(home + " holds another set; remove it or name another");
        }
        Files.createDirectories(home);
        long start = System.nanoTime();
        try (ConfigurableApplicationContext context =
                Serving.start(
                        Map.of(
                                "mingze.home",
                                home.toAbsolutePath().toString(),
                                "server.port",
                                "0"))) {
            int towns = Math.clamp(records / 16_000, 3, 60);
            long all = new CountySet().make(context, "大明县", towns, records, 1);
            for (int other = 1; other <= others; other++) {
                all += new CountySet().make(context, "邻" + other + "县", 1, recordsOfOthers, other);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            IO.println(
                    "%,d entries in %.0f s: %,.0f a second, checked, chained and projected"
                            .formatted(all, seconds, all / seconds));
        }
        Files.writeString(home.resolve("sample-passphrase"), PASSPHRASE);
        Files.writeString(made, size);
        return home;
    }

    static String passphrase() {
        return PASSPHRASE;
    }
}
