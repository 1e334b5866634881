import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// Wall-clock and processor time of what runs between `start` and `stop`, summed up. The processor
/// time is that of the whole process, compiler and garbage collector included, so that a busy
/// machine does not change what is said about one core.
final class Meter {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long wall;
    private long processor;
    private long thread;
    private long wallFrom;
    private long processorFrom;
    private long threadFrom;

    void start() {
        wallFrom = System.nanoTime();
        processorFrom = SYSTEM.getProcessCpuTime();
        threadFrom = THREADS.getCurrentThreadCpuTime();
    }

    void stop() {
        wall += System.nanoTime() - wallFrom;
        thread += THREADS.getCurrentThreadCpuTime() - threadFrom;
        processor += SYSTEM.getProcessCpuTime() - processorFrom;
    }

    double wallSeconds() {
        return wall / 1e9;
    }

    double processorSeconds() {
        return processor / 1e9;
    }

    /// Of the thread alone: without the compiler and the collector.
    double threadSeconds() {
        return thread / 1e9;
    }

    static long usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    }

    static String machine() {
        return "machine: %d cores, load %.1f, Java %s, %s %s, heap %d MB"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        SYSTEM.getSystemLoadAverage(),
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().maxMemory() / 1_000_000);
    }
}
