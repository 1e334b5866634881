package org.mingze.report;

import java.util.List;

/// 字体 — the faces that GB/T 9704 asks for, with those that stand in where an office lacks them.
enum Face {
    TITLE("方正小标宋简体", List.of("FZXiaoBiaoSong-B05S", "华文中宋", "Noto Serif CJK SC")),
    BODY("仿宋_GB2312", List.of("仿宋", "FangSong", "华文仿宋", "Noto Serif CJK SC")),
    SECTION("黑体", List.of("SimHei", "华文黑体", "Noto Sans CJK SC")),
    HEADING("楷体_GB2312", List.of("楷体", "KaiTi", "华文楷体", "Noto Serif CJK SC")),
    PAGE_NUMBER("宋体", List.of("SimSun", "Noto Serif CJK SC"));

    private final String face;
    private final List<String> substitutes;

    Face(String face, List<String> substitutes) {
        this.face = face;
        this.substitutes = substitutes;
    }

    String face() {
        return face;
    }

    List<String> substitutes() {
        return substitutes;
    }
}
