package org.mingze.report.kept;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mingze.journal.Digest;

/// 号段 — many record numbers in few words: 第3—9号、第12号. Too many ranges are cut short; the digest
/// of all numbers in their order then tells whether a list is the same.
public final class RecordRanges {
    private static final int RANGES_MAX = 120;

    private RecordRanges() {}

    public static String of(List<Long> numbers) {
        long[] sorted = numbers.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
        List<String> ranges = new ArrayList<>();
        int from = 0;
        for (int index = 1; index <= sorted.length; index++) {
            boolean ends = index == sorted.length || sorted[index] != sorted[index - 1] + 1;
            if (ends && ranges.size() <= RANGES_MAX) {
                long first = sorted[from];
                long last = sorted[index - 1];
                ranges.add(first == last ? "第" + first + "号" : "第" + first + "—" + last + "号");
            }
            from = ends ? index : from;
        }
        if (ranges.size() <= RANGES_MAX) {
            return String.join("、", ranges);
        }
        String all =
                Arrays.stream(sorted).mapToObj(String::valueOf).collect(Collectors.joining(","));
        return String.join("、", ranges.subList(0, RANGES_MAX))
                + "……至第"
                + sorted[sorted.length - 1]
                + "号；全部号的摘要"
                + Digest.of(all.getBytes(StandardCharsets.UTF_8))
                + "，在系统里打开这个数即见全部";
    }
}
