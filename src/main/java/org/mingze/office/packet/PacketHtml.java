package org.mingze.office.packet;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.mingze.duty.showing.DayWords;
import org.mingze.journal.Checkpoint;
import org.mingze.work.ChinaTime;

/// 包里的网页 — what a packet holds, as one page that opens without a server and without a script.
final class PacketHtml {
    private static final String HEAD =
            """
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width"><title>@TITLE</title><style>
            body{font:16px/1.6 "Noto Sans SC","Microsoft YaHei",sans-serif;max-width:70rem;\
            margin:2rem auto;padding:0 1rem;color:#1b2125}
            h1,h2{font-family:"Songti SC",SimSun,serif}
            h2{border-top:1px solid #1b2125;padding-top:.5rem;margin-top:2rem}
            table{border-collapse:collapse;width:100%;font-size:14px}
            th,td{border-bottom:1px solid #ddd;padding:.3rem .5rem;text-align:left;\
            vertical-align:top}
            code{word-break:break-all}.s{color:#5f676b;font-size:14px}
            </style></head><body>
            """;

    private final StringBuilder page = new StringBuilder();

    private PacketHtml() {}

    static String of(Order order, Gathered gathered, Checkpoint checkpoint) {
        PacketHtml html = new PacketHtml();
        html.write(order, gathered, checkpoint);
        return html.page.toString();
    }

    private void write(Order order, Gathered gathered, Checkpoint checkpoint) {
        String title =
                gathered.bodyName()
                        + order.from()
                        + "至"
                        + order.to()
                        + (order.kind().equals("归档") ? "归档包" : "检查包");
        page.append(HEAD.replace("@TITLE", escaped(title)));
        page.append("<h1>").append(escaped(title)).append("</h1>");
        page.append("<p>记录")
                .append(gathered.records().size())
                .append("笔，判定")
                .append(gathered.verdicts().size())
                .append("件。")
                .append(order.masked() ? "个人、涉案的内容和佐证材料已隐去，只留摘要。" : "含个人、涉案的内容，按密类保管。")
                .append("</p><p class=\"s\">核验：在装有明责的电脑上运行 <code>./mingze verify 这个文件.zip</code>，")
                .append("每笔账目都由一条路径连到检查点（第")
                .append(checkpoint.size())
                .append("笔为止，")
                .append(moment(checkpoint.time()))
                .append("），根 <code>")
                .append(checkpoint.root())
                .append("</code>。</p>");
        page.append("<h2>职责判定</h2>");
        table(
                List.of("职责", "谁", "哪一期", "情形", "到期", "凭哪些记录"),
                gathered.verdicts().stream()
                        .map(
                                line ->
                                        List.of(
                                                "《" + line.institution() + "》" + line.duty(),
                                                line.bearer(),
                                                line.occasion(),
                                                line.standing(),
                                                line.due(),
                                                line.witnesses().stream()
                                                        .map(number -> "第" + number + "号")
                                                        .collect(Collectors.joining("、"))))
                        .toList());
        page.append("<h2>记录</h2>");
        table(
                List.of("号", "类", "题名", "单位", "业时", "录时", "备注"),
                gathered.records().stream()
                        .map(
                                line ->
                                        List.of(
                                                "第" + line.number() + "号",
                                                line.type(),
                                                line.title(),
                                                line.body(),
                                                line.day(),
                                                line.recorded(),
                                                note(line)))
                        .toList());
        page.append("</body></html>\n");
    }

    private static String moment(Instant time) {
        LocalDateTime moment = ChinaTime.moment(time);
        return "%s%d:%02d"
                .formatted(
                        DayWords.full(moment.toLocalDate()), moment.getHour(), moment.getMinute());
    }

    private static String note(Gathered.RecordLine line) {
        return (line.lateDays() > 0 ? "迟录" + line.lateDays() + "日 " : "")
                + (line.corrections() > 0 ? "更正" + line.corrections() + "次 " : "")
                + (line.withdrawn() ? "已撤销" : "");
    }

    private void table(List<String> heads, List<List<String>> rows) {
        page.append("<table><thead><tr>");
        heads.forEach(head -> page.append("<th>").append(escaped(head)).append("</th>"));
        page.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(escaped(cell)).append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</tbody></table>");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
