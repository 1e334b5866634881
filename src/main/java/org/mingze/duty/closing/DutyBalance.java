package org.mingze.duty.closing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Standing;
import org.mingze.journal.Content;

/// 余额 — of one duty in one period, how many obligations stand where; all together are those raised.
public record DutyBalance(String institution, String duty, Map<Standing, Integer> counts) {
    private static final String RAISED = "应";

    public DutyBalance {
        Map<Standing, Integer> ordered = new EnumMap<>(Standing.class);
        counts.forEach(
                (standing, count) -> {
                    if (count != 0) {
                        ordered.put(standing, count);
                    }
                });
        counts = Collections.unmodifiableMap(ordered);
    }

    /// 应 = 已履 + 迟履 + 违 + 免 + 停 + 撤 + 不适用 + 缺据 + 冲突 + 在办 + 未到 + 未启用.
    public int raised() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int of(Standing standing) {
        return counts.getOrDefault(standing, 0);
    }

    public String name() {
        return institution + "/" + duty;
    }

    /// One balance for each duty, in order of institution and 号.
    static List<DutyBalance> of(Map<ObligationKey, Standing> standings) {
        Map<List<String>, Map<Standing, Integer>> counts = new LinkedHashMap<>();
        standings.forEach(
                (key, standing) ->
                        counts.computeIfAbsent(
                                        List.of(key.institution(), key.duty()),
                                        _ -> new EnumMap<>(Standing.class))
                                .merge(standing, 1, Integer::sum));
        List<DutyBalance> balances = new ArrayList<>();
        counts.forEach(
                (duty, of) -> balances.add(new DutyBalance(duty.getFirst(), duty.getLast(), of)));
        return balances;
    }

    Content.Group content() {
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("编号", new Content.Text(institution));
        fields.put("号", new Content.Text(duty));
        fields.put(RAISED, new Content.Text(Integer.toString(raised())));
        counts.forEach(
                (standing, count) ->
                        fields.put(standing.word(), new Content.Text(Integer.toString(count))));
        return new Content.Group(fields);
    }

    /// @throws IllegalArgumentException with a sentence that names the duty when it does not add up
    static DutyBalance of(Content.Group written) {
        String institution = written.text("编号").orElse("");
        String duty = written.text("号").orElse("");
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            written.text(standing.word())
                    .ifPresent(text -> counts.put(standing, number(text, duty)));
        }
        DutyBalance balance = new DutyBalance(institution, duty, counts);
        int raised = number(written.text(RAISED).orElse(""), duty);
        if (raised != balance.raised()) {
            throw new IllegalArgumentException(
                    "职责“" + duty + "”的应是" + raised + "，各项合计" + balance.raised() + "，两数须相等");
        }
        return balance;
    }

    private static int number(String text, String duty) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("职责“" + duty + "”的“" + text + "”不是件数");
        }
        return Integer.parseInt(text);
    }
}
