package org.mingze.report;

/// 字体 — the faces that GB/T 9704 asks for, with those that stand in where an office lacks them.
enum Face {
    TITLE("方正小标宋简体", "FZXiaoBiaoSong-B05S,华文中宋,Noto Serif CJK SC"),
    BODY("仿宋", "仿宋_GB2312,FangSong,华文仿宋,Noto Serif CJK SC"),
    SECTION("黑体", "SimHei,华文黑体,Noto Sans CJK SC"),
    HEADING("楷体", "楷体_GB2312,KaiTi,华文楷体,Noto Serif CJK SC"),
    PAGE_NUMBER("宋体", "SimSun,Noto Serif CJK SC");

    private final String face;
    private final String substitutes;

    Face(String face, String substitutes) {
        this.face = face;
        this.substitutes = substitutes;
    }

    String face() {
        return face;
    }

    /// Parted by commas, the best first.
    String substitutes() {
        return substitutes;
    }
}
