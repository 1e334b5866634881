package org.mingze.office.packet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingze.duty.showing.DayWords;
import org.mingze.journal.Checkpoint;
import org.mingze.journal.Digest;
import org.mingze.journal.Evidence;
import org.mingze.work.ChinaTime;

/// 包里的网页 — what a packet holds, as one page that opens without a server and without a script: each
/// duty leads to its records, each record to its files.
final class PacketHtml {
    private static final String HEAD =
            """
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width"><title>@TITLE</title><style>
            body{font:16px/1.6 "Noto Sans SC","Microsoft YaHei",sans-serif;max-width:70rem;\
            margin:2rem auto;padding:0 1rem;color:#1b2125;overflow-wrap:anywhere}
            h1,h2,h3{font-family:"Songti SC",SimSun,serif}
            h2{border-top:1px solid #1b2125;padding-top:.5rem;margin-top:2rem}
            h3{font-size:16px;margin:0}
            table{border-collapse:collapse;width:100%;font-size:14px}
            th,td{border-bottom:1px solid #ddd;padding:.3rem .5rem;text-align:left;\
            vertical-align:top}
            th,td.keep,td a{white-space:nowrap}
            article{border-bottom:1px solid #ddd;padding:.6rem 0}
            article:target{background:#f3f0e6}
            dl{display:grid;grid-template-columns:minmax(5em,max-content) 1fr;gap:0 1rem;\
            margin:.3rem 0;font-size:14px}
            dt{color:#5f676b}dd{margin:0;white-space:pre-line}
            code{word-break:break-all}.s{color:#5f676b;font-size:14px;margin:.2rem 0}
            @media screen and (max-width:48rem){thead{display:none}table,tbody,tr,td{display:block}
            tr{border-bottom:1px solid #1b2125;padding:.4rem 0}
            td{border:0;padding:.1rem 0}td.keep{white-space:normal}td:empty{display:none}
            td::before{content:attr(data-head) "：";color:#5f676b}
            dl{display:block}dt{float:left;margin-right:.5rem}dt::after{content:"："}}
            @page{size:A4;margin:15mm}
            @media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt}
            table,dl{font-size:9.5pt}thead{display:table-header-group}\
            tr,article{break-inside:avoid}h2,h3{break-after:avoid}a{color:inherit}
            dl{display:block}dt,dd{display:inline;white-space:normal}dt::after{content:"："}\
            dd::after{content:"　"}}
            </style></head><body>
            """;

    private static final Pattern NUMBER = Pattern.compile("第(\\d{1,18})号");

    private final StringBuilder page = new StringBuilder();
    private final Gathered gathered;
    private final Map<Digest, String> places;
    private final Set<Long> numbers = new HashSet<>();

    private PacketHtml(Gathered gathered, Map<Digest, String> places) {
        this.gathered = gathered;
        this.places = places;
        gathered.records().forEach(record -> numbers.add(record.number()));
    }

    /// @param proven how many entries the packet proves
    /// @param places where each file stands in the packet
    static String of(
            Order order,
            Gathered gathered,
            Checkpoint checkpoint,
            int proven,
            Map<Digest, String> places) {
        PacketHtml html = new PacketHtml(gathered, places);
        html.write(order, checkpoint, proven);
        return html.page.toString();
    }

    private void write(Order order, Checkpoint checkpoint, int proven) {
        String title =
                gathered.bodyName()
                        + order.from()
                        + "至"
                        + order.to()
                        + (order.kind().equals("归档") ? "归档包" : "检查包");
        page.append(HEAD.replace("@TITLE", escaped(title)));
        page.append("<h1>").append(escaped(title)).append("</h1>");
        summary(order, checkpoint, proven);
        page.append("<h2 id=\"duties\">职责判定</h2>");
        verdicts();
        page.append("<h2 id=\"records\">记录</h2>");
        gathered.records().forEach(line -> record(line, order.masked()));
        page.append("</body></html>\n");
    }

    private void summary(Order order, Checkpoint checkpoint, int proven) {
        int records = gathered.records().size();
        page.append("<p><a href=\"#records\">记录")
                .append(records)
                .append("笔</a>，<a href=\"#duties\">判定")
                .append(gathered.verdicts().size())
                .append("件</a>；<a href=\"register.xlsx\">目录</a>另成一表。")
                .append(order.masked() ? "个人、涉案的内容和佐证材料已隐去，只留摘要。" : "含个人、涉案的内容，按密类保管。")
                .append("</p><p>核验时说的")
                .append(proven)
                .append("笔账目，")
                .append(records)
                .append("笔是下面的记录；另")
                .append(proven - records)
                .append("笔是它们的更正和撤销、判定凭的别处的记录、判定所照制度的施行。</p>")
                .append("<p class=\"s\">核验：在装有明责的电脑上运行 <code>./mingze verify 这个文件.zip</code>，")
                .append("用没有解开的那个文件。每笔账目都由一条路径连到检查点（第")
                .append(checkpoint.size())
                .append("笔为止，")
                .append(moment(checkpoint.time()))
                .append("），根 <code>")
                .append(checkpoint.root())
                .append("</code>。</p>");
    }

    private void verdicts() {
        List<String> heads = List.of("职责", "谁", "哪一期", "情形", "到期", "凭哪些记录");
        page.append("<table><thead><tr>");
        heads.forEach(head -> page.append("<th>").append(head).append("</th>"));
        page.append("</tr></thead><tbody>");
        for (Gathered.VerdictLine line : gathered.verdicts()) {
            page.append("<tr>");
            cell("", heads.get(0), escaped("《" + line.institution() + "》" + line.duty()));
            cell("", heads.get(1), escaped(line.bearer()));
            cell("keep", heads.get(2), leading(line.occasion(), line.about()));
            cell("keep", heads.get(3), escaped(line.standing()));
            cell("keep", heads.get(4), escaped(line.due()));
            cell(
                    "",
                    heads.get(5),
                    line.witnesses().stream()
                            .map(number -> leading("第" + number + "号", number))
                            .collect(Collectors.joining("、")));
            page.append("</tr>\n");
        }
        page.append("</tbody></table>");
    }

    private void cell(String kind, String head, String html) {
        page.append("<td")
                .append(kind.isEmpty() ? "" : " class=\"" + kind + "\"")
                .append(" data-head=\"")
                .append(head)
                .append("\">")
                .append(html)
                .append("</td>");
    }

    /// A link to a record, where the packet has it.
    private String leading(String words, long number) {
        return numbers.contains(number)
                ? "<a href=\"#r" + number + "\">" + escaped(words) + "</a>"
                : escaped(words);
    }

    /// A line that is nothing but the number of a record leads to it.
    private String linked(String line) {
        Matcher number = NUMBER.matcher(line);
        return number.matches() ? leading(line, Long.parseLong(number.group(1))) : escaped(line);
    }

    private void record(Gathered.RecordLine line, boolean masked) {
        page.append("<article id=\"r")
                .append(line.number())
                .append("\"><h3>第")
                .append(line.number())
                .append("号　")
                .append(escaped(line.type()))
                .append("　")
                .append(escaped(line.title()))
                .append("</h3><p class=\"s\">")
                .append(escaped(line.body()))
                .append("　")
                .append(line.day())
                .append("的事，")
                .append(line.recorded())
                .append("录")
                .append(note(line))
                .append("　保管期限")
                .append(escaped(line.keeping()))
                .append("</p><dl>");
        for (Gathered.FieldLine field : line.fields()) {
            String files =
                    masked && !field.files().isEmpty()
                            ? field.files().size() + "份，没有带上"
                            : field.files().stream()
                                    .map(this::file)
                                    .collect(Collectors.joining("<br>"));
            String words =
                    field.words().lines().map(this::linked).collect(Collectors.joining("\n"));
            String between = words.isEmpty() || files.isEmpty() ? "" : "<br>";
            page.append("<dt>")
                    .append(escaped(field.name()))
                    .append("</dt><dd>")
                    .append(words)
                    .append(between)
                    .append(files)
                    .append("</dd>");
        }
        page.append("</dl></article>\n");
    }

    private String file(Evidence.Citation cited) {
        return Optional.ofNullable(places.get(cited.digest()))
                .map(
                        place ->
                                "<a href=\""
                                        + encoded(place)
                                        + "\">"
                                        + escaped(cited.name())
                                        + "</a>")
                .orElseGet(() -> escaped(cited.name()) + "（文件不在）");
    }

    private static String encoded(String place) {
        return URLEncoder.encode(place, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static String moment(Instant time) {
        LocalDateTime moment = ChinaTime.moment(time);
        return "%s%d:%02d"
                .formatted(
                        DayWords.full(moment.toLocalDate()), moment.getHour(), moment.getMinute());
    }

    private static String note(Gathered.RecordLine line) {
        return (line.lateDays() > 0 ? "，迟录" + line.lateDays() + "日" : "")
                + (line.corrections() > 0 ? "，更正" + line.corrections() + "次" : "")
                + (line.withdrawn() ? "，已撤销" : "");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
