package org.mingze.institution.file.words;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mingze.institution.file.tree.Section;

/// The key tables by which roles and record types are read, under the names that the schema gives.
public final class WordKeys {
    private WordKeys() {}

    public static Map<String, Section.Keys> sections() {
        Map<String, Section.Keys> keys = new LinkedHashMap<>();
        keys.put("角色", RoleReading.ROLE);
        keys.put("角色的机构", RoleReading.BODY);
        keys.put("角色的岗", RoleReading.POST);
        keys.put("限定的角色", RoleReading.RESTRICTED);
        keys.put("记录类型", RecordTypeReading.NEW);
        keys.put("表单", RecordFormReading.FORM);
        keys.put("补的字段", RecordTypeReading.ADDED);
        return keys;
    }
}
