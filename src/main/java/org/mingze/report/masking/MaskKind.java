package org.mingze.report.masking;

import org.mingze.institution.FieldClass;

/// 遮盖类 — what is masked, by which class, and what stands in its place.
enum MaskKind {
    PERSON("人名", FieldClass.PERSONAL, "姓后写“某”"),
    NUMBER("证件号、电话号", FieldClass.PERSONAL, "写作“*”"),
    PRIVATE("个人、涉案的记录内容", FieldClass.PERSONAL, "写作“*”"),
    PLACE("地名和机构名", FieldClass.INTERNAL, "写作“*镇”“*村”之类"),
    DAY("记录和事项的日期", FieldClass.INTERNAL, "写作“*月*日”"),
    DOCUMENT("文号", FieldClass.INTERNAL, "写作“*号”"),
    CONTENT("内部的记录内容", FieldClass.INTERNAL, "写作“*”");

    private final String word;
    private final FieldClass fieldClass;
    private final String manner;

    MaskKind(String word, FieldClass fieldClass, String manner) {
        this.word = word;
        this.fieldClass = fieldClass;
        this.manner = manner;
    }

    String word() {
        return word;
    }

    FieldClass fieldClass() {
        return fieldClass;
    }

    String manner() {
        return manner;
    }
}
