package org.mingze.institution.file.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mingze.institution.file.tree.Section;

/// The key tables by which duties are read, under the names that the schema gives them.
public final class RuleKeys {
    private RuleKeys() {}

    public static Map<String, Section.Keys> forms() {
        return DutyReading.FORMS;
    }

    public static Map<String, Section.Keys> sections() {
        Map<String, Section.Keys> keys = new LinkedHashMap<>();
        keys.put("做", SelectorReading.ACT);
        keys.put("起", SelectorReading.TRIGGER);
        keys.put("止", SelectorReading.ANSWER);
        keys.put("对", SelectorReading.OBJECT);
        keys.put("取", SelectorReading.TAKEN);
        keys.put("扣除", SelectorReading.DEDUCTION);
        keys.put("步", SelectorReading.STEP);
        keys.put("覆满", RotaForms.COVER);
        keys.put("排班的日", RotaForms.WEEKLY);
        keys.put("排班的表", RotaForms.PUBLISHED);
        keys.put("窗", CountingForms.WINDOW);
        keys.put("距", RecordForms.DISTANCE);
        keys.put("级", LadderForms.RUNG);
        keys.put("可延", TriggeredForms.EXTENDABLE);
        keys.put("末日遇休", TriggeredForms.REST_DAYS);
        keys.put("可免", DutyReading.WAIVABLE);
        return keys;
    }
}
