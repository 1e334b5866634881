package org.mingze.sample;

import java.util.List;

/// 班子 — a leading team that meets and studies, with the post that keeps its records.
record Committee(
        String body, String meetingKind, String clerk, String spender, int meetingsAMonth) {
    static final Committee COUNTY =
            new Committee(
                    "mingchuan.xianwei", "常委会", "mingchuan.xianwei.office", "mingchuan.zhengfu", 2);
    static final Committee STREET =
            new Committee(
                    "qingshi.gongwei", "党工委会", "qingshi.dangzhengban.head", "qingshi.banshichu", 2);
    static final Committee CHENGGUAN =
            new Committee(
                    "chengguan.dangwei", "党委会", "chengguan.zhengfu.office", "chengguan.zhengfu", 1);
    static final Committee LIUHE =
            new Committee("liuhe.dangwei", "党委会", "liuhe.zhengfu.office", "liuhe.zhengfu", 1);

    static final Committee GOVERNMENT =
            new Committee(
                    "mingchuan.zhengfu",
                    "政府常务会",
                    "mingchuan.xianwei.office",
                    "mingchuan.zhengfu",
                    1);

    static final List<Committee> ALL = List.of(COUNTY, STREET, CHENGGUAN, LIUHE);
}
