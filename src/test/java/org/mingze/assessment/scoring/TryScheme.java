package org.mingze.assessment.scoring;

import java.time.LocalDate;
import java.util.Map;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;

/// 试评办法 — a scheme of assessment that owes nobody anything, enacted by the county office.
final class TryScheme {
    static final String ID = "try.score";
    static final String NUMBER = "试分";

    private static final String TEXT =
            """
            制度: 明川县试评办法
            编号: try.score
            施行: {自: 2025-01-01}
            用: [公共]
            出处:
              县: {名: 明川县试评办法, 条文: {1: 会议开得够的得满分。}}
            职责: []
            指标:
              - {号: 试.会议, 名: 会议, 谁: 党委党组, 每: 年, 值: 期内(会议), 单位: 次}
            考核:
              - 号: 试分
                名: 党委会议得分
                每: 年
                对象: {角色: 党委党组, 级: [乡镇]}
                满分: 12
                项:
                  - {号: 会议, 名: 会议次数, 满: 10, 取: 试.会议, 线性: {零: 0, 满: 400}, 据: 县 1 C}
                人工: {至多: 2, 须: [理由, 署名]}
            """;

    private TryScheme() {}

    static Draft enacted(LocalDate day) {
        return new Draft(
                "施行",
                Occurred.on(day),
                new Recorder("p008", "mingchuan.xianwei.office"),
                EntryMode.DONE,
                new Content.Group(
                        Map.of(
                                "编号",
                                new Content.Text(ID),
                                "自",
                                new Content.Text("2025-01-01"),
                                "据",
                                new Content.Text("试评"),
                                "文",
                                new Content.Text(TEXT))));
    }
}
