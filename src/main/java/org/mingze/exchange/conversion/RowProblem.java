package org.mingze.exchange.conversion;

import org.mingze.sheet.SheetRow;

/// 要改的格 — 格, 写的是, 怎么改.
public record RowProblem(String cell, String written, String remedy) {
    /// What is wrong with a row as a whole.
    public static RowProblem of(SheetRow row, String sentence) {
        return new RowProblem(row.sheet() + "!第" + row.number() + "行", "", sentence);
    }
}
