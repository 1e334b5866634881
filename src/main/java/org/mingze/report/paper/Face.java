package org.mingze.report.paper;

/// 字体 — the faces that GB/T 9704 asks for, with those that stand in where an office lacks them, and
/// the open face that is embedded in files of fixed pages.
public enum Face {
    TITLE("方正小标宋简体", "FZXiaoBiaoSong-B05S,华文中宋,Noto Serif CJK SC", "title"),
    BODY("仿宋", "仿宋_GB2312,FangSong,华文仿宋,Noto Serif CJK SC", "fang"),
    SECTION("黑体", "SimHei,华文黑体,Noto Sans CJK SC", "hei"),
    HEADING("楷体", "楷体_GB2312,KaiTi,华文楷体,Noto Serif CJK SC", "kai"),
    PAGE_NUMBER("宋体", "SimSun,Noto Serif CJK SC", "fang");

    private final String face;
    private final String substitutes;
    private final String embedded;

    Face(String face, String substitutes, String embedded) {
        this.face = face;
        this.substitutes = substitutes;
        this.embedded = embedded;
    }

    String face() {
        return face;
    }

    /// Parted by commas, the best first.
    String substitutes() {
        return substitutes;
    }

    /// The file of the face that is embedded, without its ending.
    String embedded() {
        return embedded;
    }
}
