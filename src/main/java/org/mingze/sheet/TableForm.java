package org.mingze.sheet;

import java.util.Arrays;
import java.util.Optional;

/// 表格格式 — the kinds of file in which a register is handed out.
public enum TableForm {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
    CSV("csv", "text/csv;charset=UTF-8", "CSV"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word");

    private final String ending;
    private final String contentType;
    private final String word;

    TableForm(String ending, String contentType, String word) {
        this.ending = ending;
        this.contentType = contentType;
        this.word = word;
    }

    public static Optional<TableForm> at(String ending) {
        return Arrays.stream(values()).filter(form -> form.ending.equals(ending)).findFirst();
    }

    public String ending() {
        return ending;
    }

    public String contentType() {
        return contentType;
    }

    public String word() {
        return word;
    }
}
