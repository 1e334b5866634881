import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.mingze.report.paper.Face;
import org.mingze.report.paper.Manuscript;
import org.mingze.report.paper.PaperForm;
import org.mingze.report.paper.Style;

/// A developer's check, outside the tests because it needs an office program: each manuscript is
/// written as .docx and as PDF, the .docx is laid out by soffice, and the pages of both are held
/// against one another: how many, and with which words each begins and ends. Arguments: none for
/// the manuscripts below, or pairs of a .docx and the PDF of the same manuscript.
void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("docx-pages");
    Map<Path, Path> pairs = new LinkedHashMap<>();
    for (int index = 0; index + 1 < arguments.length; index += 2) {
        pairs.put(Path.of(arguments[index]), Path.of(arguments[index + 1]));
    }
    if (pairs.isEmpty()) {
        for (Manuscript manuscript : List.of(prose(), minutes(), register(), notes())) {
            Path docx = folder.resolve(manuscript.title() + ".docx");
            Path pdf = folder.resolve(manuscript.title() + ".pdf");
            Files.write(docx, PaperForm.DOCX.bytes(manuscript));
            Files.write(pdf, PaperForm.PDF.bytes(manuscript));
            pairs.put(docx, pdf);
        }
    }
    for (Map.Entry<Path, Path> pair : pairs.entrySet()) {
        compare(pair.getKey(), pair.getValue(), folder.resolve("laid"));
    }
    IO.println("Files: " + folder);
}

void compare(Path docx, Path pdf, Path laid) throws IOException, InterruptedException {
    convert(docx, "fodt", laid);
    String plain = docx.getFileName().toString().replace(".docx", ".fodt");
    Path flat = laid.resolve(plain);
    String said = Files.readString(flat);
    Files.writeString(
            flat,
            said.replace("text-autospace=\"ideograph-alpha\"", "text-autospace=\"none\"")
                    .replace("punctuation-wrap=\"hanging\"", "punctuation-wrap=\"simple\""));
    convert(flat, "pdf", laid);
    String name = docx.getFileName().toString().replace(".docx", ".pdf");
    List<List<String>> ours = pages(pdf);
    List<List<String>> theirs = pages(laid.resolve(name));
    IO.println(
            "DocxPages %s: our PDF %d pages, the .docx %d"
                    .formatted(name, ours.size(), theirs.size()));
    for (int index = 0; index < Math.max(ours.size(), theirs.size()); index++) {
        List<String> one = index < ours.size() ? ours.get(index) : List.of();
        List<String> other = index < theirs.size() ? theirs.get(index) : List.of();
        String same = alike(one, other) ? "alike" : "DIFFERENT";
        long lines = one.stream().filter(other::contains).count();
        IO.println(
                "  page %d: %s, %d of %d lines alike"
                        .formatted(index + 1, same, lines, one.size()));
        if (!same.equals("alike")) {
            IO.println("    ours   %s … %s".formatted(first(one), last(one)));
            IO.println("    docx   %s … %s".formatted(first(other), last(other)));
        }
    }
}

/// soffice 7 reads neither autoSpaceDE nor overflowPunct of a .docx as the standard says, so that
/// between the two steps both are set as the .docx has them.
void convert(Path file, String form, Path folder) throws IOException, InterruptedException {
    Process office =
            new ProcessBuilder(
                            "soffice",
                            "--headless",
                            "-env:UserInstallation=" + folder.resolveSibling("profile").toUri(),
                            "--convert-to",
                            form,
                            "--outdir",
                            folder.toString(),
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
    if (!office.waitFor(120, TimeUnit.SECONDS)) {
        office.destroy();
        throw new IOException("soffice took more than two minutes");
    }
}

boolean alike(List<String> one, List<String> other) {
    return first(one).equals(first(other)) && last(one).equals(last(other));
}

String first(List<String> lines) {
    return lines.isEmpty() ? "" : lines.getFirst();
}

String last(List<String> lines) {
    return lines.isEmpty() ? "" : lines.getLast();
}

List<List<String>> pages(Path pdf) throws IOException {
    List<List<String>> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            pages.add(
                    stripper.getText(document)
                            .lines()
                            .map(line -> line.replaceAll("\\s+", ""))
                            .filter(line -> !line.isEmpty() && !line.matches("—\\d+—"))
                            .toList());
        }
    }
    return pages;
}

Manuscript prose() {
    List<Manuscript.Block> blocks = new ArrayList<>();
    blocks.add(new Manuscript.Paragraph(Style.TITLE, "关于2026年度履行全面从严治党\n主体责任情况的报告", Face.TITLE));
    blocks.add(new Manuscript.Paragraph(Style.BYLINE, "周砚田", Face.HEADING));
    String said =
            "坚持把政治建设摆在首位，落实“第一议题”制度18次，开展中心组学习研讨12次（其中扩大学习4次），全年讲党课3次，"
                    + "下沉支部指导6次；制定《镇党委落实全面从严治党主体责任清单》，涉及5个方面、32项具体任务，完成率96.9%，比上年提高2.3个百分点。";
    int figure = 1;
    for (int section = 0; section < 6; section++) {
        blocks.add(
                new Manuscript.Paragraph(
                        Style.HEADING, "一二三四五六".charAt(section) + "、压实管党治党政治责任情况", Face.SECTION));
        for (int index = 0; index < 3; index++) {
            List<Manuscript.Run> runs = new ArrayList<>();
            runs.add(new Manuscript.Run("（" + "一二三".charAt(index) + "）坚持以上率下。", Face.HEADING));
            runs.add(new Manuscript.Run(said.repeat(1 + (section + index) % 3), Face.BODY));
            runs.add(new Manuscript.Run("全年开展谈心谈话45", Face.BODY));
            runs.add(Manuscript.Run.mark(figure));
            runs.add(new Manuscript.Run("人次，约谈2026年以来推进不力的7人次。", Face.BODY));
            figure++;
            blocks.add(new Manuscript.Paragraph(Style.BODY, runs));
        }
    }
    blocks.add(new Manuscript.Paragraph(Style.LAST, "以上报告，请予审议。", Face.BODY));
    blocks.add(new Manuscript.Paragraph(Style.SIGNATURE, "石桥镇党委", Face.BODY));
    blocks.add(new Manuscript.Paragraph(Style.DATE, "2026年12月20日", Face.BODY));
    return new Manuscript("述职", Instant.EPOCH, blocks);
}

Manuscript minutes() {
    List<Manuscript.Block> blocks = new ArrayList<>();
    blocks.add(new Manuscript.Paragraph(Style.TITLE, "石桥镇党委会议纪要", Face.TITLE));
    blocks.add(new Manuscript.Paragraph(Style.BYLINE, "2026年3月12日　9:00", Face.HEADING));
    for (int topic = 1; topic <= 9; topic++) {
        blocks.add(
                new Manuscript.Paragraph(
                        Style.HEADING, topic + "、关于2026年第" + topic + "批重点项目（临时）", Face.SECTION));
        for (String said :
                List.of("提请：张岚（镇党委副书记）。", "发言：李启明：建议补充资金来源，3月20日前报送。", "表决：应到9人，实到8人，赞成7人，弃权1人。")) {
            blocks.add(new Manuscript.Paragraph(Style.BODY, said, Face.BODY));
        }
    }
    blocks.add(new Manuscript.Paragraph(Style.SIGNATURE, "石桥镇党委", Face.BODY));
    blocks.add(new Manuscript.Paragraph(Style.DATE, "2026年3月12日", Face.BODY));
    return new Manuscript("纪要", Instant.EPOCH, blocks);
}

Manuscript register() {
    List<Manuscript.Row> rows = new ArrayList<>();
    for (int row = 1; row <= 60; row++) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(String.valueOf(row)));
        cells.add(List.of("2026年3月" + (row % 28 + 1) + "日，县纪委监委督查反馈：村级工程未按程序招标"));
        cells.add(row % 5 == 0 ? List.of("已整改", "待复核，限期30日") : List.of("整改中"));
        rows.add(new Manuscript.Row(Optional.of(row), cells));
    }
    List<Manuscript.Block> blocks = new ArrayList<>();
    blocks.add(new Manuscript.Paragraph(Style.TITLE, "问题整改台账", Face.TITLE));
    blocks.add(new Manuscript.Table(List.of("序号", "问题", "进展"), List.of(16, 90, 50), rows));
    blocks.add(new Manuscript.Paragraph(Style.NOTE, "共60条，整改中48条。", Face.BODY));
    return new Manuscript("台账", Instant.EPOCH, blocks);
}

Manuscript notes() {
    List<Manuscript.Block> blocks = new ArrayList<>();
    blocks.add(new Manuscript.Paragraph(Style.TITLE, "督查通报", Face.TITLE));
    for (int index = 1; index <= 14; index++) {
        blocks.add(
                new Manuscript.Paragraph(
                        Style.BODY,
                        "督查发现问题" + index + "个，其中逾期未改2个。".repeat(index % 4 + 1),
                        Face.BODY));
    }
    blocks.add(new Manuscript.Paragraph(Style.LAST, "各单位于2026年8月5日前将整改落实情况报送县委督查室。", Face.BODY));
    blocks.add(new Manuscript.Paragraph(Style.SIGNATURE, "县委督查室", Face.BODY));
    blocks.add(new Manuscript.Paragraph(Style.DATE, "2026年7月20日", Face.BODY));
    blocks.add(new Manuscript.Paragraph(Style.ANNEX, "附件", Face.SECTION));
    List<Manuscript.Row> rows = new ArrayList<>();
    for (int row = 1; row <= 25; row++) {
        rows.add(
                new Manuscript.Row(
                        Optional.of(row),
                        List.of(
                                List.of("[" + row + "]"),
                                List.of(String.valueOf(row * 3)),
                                List.of("督查记录"),
                                List.of("r1042—r1050"))));
    }
    blocks.add(new Manuscript.Table(List.of("处", "数", "数的是", "记录"), List.of(14, 20, 62, 60), rows));
    blocks.add(new Manuscript.Code("MINGZE:120:ABCDEF0123456789:0123456789ABCDEF"));
    return new Manuscript("通报", Instant.EPOCH, blocks);
}
