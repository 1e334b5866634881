package org.mingze.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// 植入清单 — every fault planted in the sample and the verdict that is expected for it.
final class Manifest {
    static final LocalDate NOW = LocalDate.of(2026, 11, 20);

    private final List<Map<String, Object>> faults = new ArrayList<>();

    /// 轮 — the round of a problem that a 复发 opened, written 412-507.
    record Round(Ref problem, Ref reopening) {}

    /// 级 — the rung of a ladder that a breach has reached: `升1|institution|duty|bearer||件412`.
    record Rung(int number, Rule breached, String bearer, Ref trigger) {}

    /// A fault at the sample's last day, as known then.
    void expect(String what, Rule rule, String verdict, Object... key) {
        expectOn(NOW, NOW, what, rule, verdict, key);
    }

    /// What is expected on a day with what was known at the end of another.
    void expectOn(
            LocalDate day, LocalDate known, String what, Rule rule, String verdict, Object... key) {
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("事", what);
        fault.put("制度", rule.institution());
        fault.put("号", rule.duty());
        putAll(fault, key);
        fault.put("于", day);
        fault.put("知", known);
        fault.put("判", verdict);
        faults.add(fault);
    }

    /// Something to be seen that is no verdict.
    void note(String what, Object... details) {
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("事", what);
        putAll(fault, details);
        faults.add(fault);
    }

    String text(Map<Ref, Long> numbers) {
        StringBuilder text = new StringBuilder();
        text.append("# 明川县样本植入的差错与应得的判定，由生成器写出，不手改。\n");
        text.append("# 制度、号、谁、对、期、件是判定的键；于是判定日，知是所知日；没有判的是旁证。\n");
        text.append("# 于、知都是截至日的各项，就是当日全部的违、迟履、缺据；其余判定不在此列。\n");
        text.append("样本: 明川县\n截至: ").append(NOW).append('\n');
        text.append("账目: ").append(numbers.size()).append('\n');
        text.append("植入:\n");
        for (Map<String, Object> fault : faults) {
            text.append("  - {");
            text.append(
                    fault.entrySet().stream()
                            .map(field -> field.getKey() + ": " + shown(field.getValue(), numbers))
                            .collect(Collectors.joining(", ")));
            text.append("}\n");
        }
        return text.toString();
    }

    private static void putAll(Map<String, Object> fault, Object[] namesAndValues) {
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fault.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
    }

    private static String shown(Object value, Map<Ref, Long> numbers) {
        return switch (value) {
            case Ref ref -> String.valueOf(numbers.get(ref));
            case Round(Ref problem, Ref reopening) ->
                    numbers.get(problem) + "-" + numbers.get(reopening);
            case Rung(int number, Rule breached, String bearer, Ref trigger) ->
                    String.join(
                            "|",
                            "升" + number,
                            breached.institution(),
                            breached.duty(),
                            bearer,
                            "",
                            "件" + numbers.get(trigger));
            case List<?> items ->
                    items.stream()
                            .map(item -> shown(item, numbers))
                            .collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }
}
