package org.mingze.report.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xwpf.usermodel.BodyType;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/// 本单位模板 — a Word document of an office with places to fill: {{指标:学习.集体}}. What is
/// not a place stays as it is, with its pictures, tables and faces.
public final class OfficeTemplate {
    static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern SECRET = Pattern.compile("^[\\s　]*(绝密|机密|秘密)(★.*|[\\s　]*)$");
    private static final int BYTES_MAX = 20_000_000;

    private final byte[] file;
    private final List<Place> places;

    private OfficeTemplate(byte[] file, List<Place> places) {
        this.file = file.clone();
        this.places = List.copyOf(places);
    }

    /// 位 — what stands between the braces, and where in the document: 正文第3段.
    public record Place(String text, String where) {}

    /// 打不开 — the message is a Chinese sentence with the remedy.
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String sentence) {
            super(sentence);
        }
    }

    /// Reads a file and finds its places.
    ///
    /// @throws Unusable if it is no .docx that may be filled
    public static OfficeTemplate read(byte[] file) throws Unusable {
        if (file.length > BYTES_MAX) {
            throw new Unusable("模板有" + file.length / 1_000_000 + "MB，最多20MB。删去模板里的大图片再用。");
        }
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw new Unusable("模板不是.docx：可能是旧的.doc、加了密，或改过扩展名。用Word另存为不加密的.docx再用。");
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            for (PackagePart part : document.getPackage().getParts()) {
                if (part.getContentType().contains("vbaProject")
                        || part.getContentType().contains("macroEnabled")) {
                    throw new Unusable("模板里有宏。用Word另存为不带宏的.docx再用。");
                }
            }
            List<Place> places = new ArrayList<>();
            int number = 0;
            for (XWPFParagraph paragraph : paragraphs(document)) {
                number += isBody(paragraph) ? 1 : 0;
                Matcher secret = SECRET.matcher(paragraph.getText());
                if (secret.matches()) {
                    throw new Unusable("模板标着“" + secret.group(1) + "”，本系统不处理涉密文件，什么也没有留下。");
                }
                Matcher matcher = PLACE.matcher(text(paragraph));
                while (matcher.find()) {
                    places.add(new Place(matcher.group(1).strip(), where(paragraph, number)));
                }
            }
            return new OfficeTemplate(file, places);
        } catch (IOException | InvalidFormatException | RuntimeException broken) {
            throw new Unusable("模板打不开，可能已损坏或压缩异常。用Word打开另存一份再用。");
        }
    }

    private static boolean isBody(XWPFParagraph paragraph) {
        return paragraph.getPartType() == BodyType.DOCUMENT
                || paragraph.getPartType() == BodyType.TABLECELL;
    }

    private static String where(XWPFParagraph paragraph, int number) {
        return switch (paragraph.getPartType()) {
            case HEADER -> "页眉";
            case FOOTER -> "页脚";
            case DOCUMENT -> "正文第" + number + "段";
            case TABLECELL -> "表格里第" + number + "段";
            default -> "";
        };
    }

    /// In the order of the document.
    public List<Place> places() {
        return places;
    }

    /// Fills the places in their order, and adds the blocks on pages of their own.
    public void fill(
            List<List<Manuscript.Run>> words, List<Manuscript.Block> annex, OutputStream out)
            throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            int next = 0;
            for (XWPFParagraph paragraph : paragraphs(document)) {
                gather(paragraph);
                next = fill(paragraph, words, next);
            }
            DocxWriting.append(annex, document);
            document.write(out);
        }
    }

    /// The same with every word of the document masked, and what Word keeps about people taken out.
    ///
    /// @param mask  of the words of the document itself, the days among them
    /// @param names by which what is left is looked for: days of the report's own stay
    /// @throws Unusable where a word stands that cannot be reached to be masked
    public void fillMasked(
            List<List<Manuscript.Run>> words,
            List<Manuscript.Block> annex,
            UnaryOperator<String> mask,
            UnaryOperator<String> names,
            OutputStream out)
            throws IOException, Unusable {
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            paragraphs(document).forEach(paragraph -> MaskedTemplate.mask(paragraph, mask));
            MaskedTemplate.forget(document);
            int next = 0;
            for (XWPFParagraph paragraph : paragraphs(document)) {
                gather(paragraph);
                next = fill(paragraph, words, next);
            }
            DocxWriting.append(annex, document);
            document.write(filled);
        }
        Optional<String> left = MaskedTemplate.left(filled.toByteArray(), names);
        if (left.isPresent()) {
            throw new Unusable(left.get());
        }
        filled.writeTo(out);
    }

    /// A place that Word has parted into several runs is put into the first of them.
    private static void gather(XWPFParagraph paragraph) {
        List<XWPFRun> runs = paragraph.getRuns();
        for (int index = 0; index < runs.size(); index++) {
            String text = text(runs.get(index));
            int until = index;
            while (isOpen(text) && until + 1 < runs.size()) {
                until++;
                text += text(runs.get(until));
            }
            if (until > index && PLACE.matcher(text).find()) {
                set(runs.get(index), text);
                for (int other = index + 1; other <= until; other++) {
                    set(runs.get(other), "");
                }
            }
        }
    }

    private static boolean isOpen(String text) {
        int brace = text.lastIndexOf('{');
        return brace >= 0 && text.indexOf("}}", brace) < 0;
    }

    private static int fill(XWPFParagraph paragraph, List<List<Manuscript.Run>> words, int from) {
        int next = from;
        for (int index = 0; index < paragraph.getRuns().size(); index++) {
            XWPFRun run = paragraph.getRuns().get(index);
            String text = text(run);
            Matcher matcher = PLACE.matcher(text);
            if (!matcher.find()) {
                continue;
            }
            set(run, text.substring(0, matcher.start()));
            int at = index;
            for (Manuscript.Run written : words.get(next)) {
                at++;
                insert(paragraph, at, run, written.text(), written.mark().isPresent());
            }
            at++;
            insert(paragraph, at, run, text.substring(matcher.end()), false);
            index = at - 1;
            next++;
        }
        return next;
    }

    private static void insert(
            XWPFParagraph paragraph, int at, XWPFRun like, String text, boolean raised) {
        XWPFRun run = paragraph.insertNewRun(at);
        if (like.getCTR().isSetRPr()) {
            run.getCTR().setRPr(like.getCTR().getRPr());
        }
        String[] lines = text.split("\n", -1);
        for (int index = 0; index < lines.length; index++) {
            if (index > 0) {
                run.addBreak();
            }
            run.setText(lines[index], index);
        }
        if (raised) {
            run.setSubscript(VerticalAlign.SUPERSCRIPT);
        }
    }

    static void set(XWPFRun run, String text) {
        int count = run.getCTR().sizeOfTArray();
        for (int index = count - 1; index > 0; index--) {
            run.getCTR().removeT(index);
        }
        run.setText(text, 0);
    }

    private static String text(XWPFRun run) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < run.getCTR().sizeOfTArray(); index++) {
            text.append(run.getText(index));
        }
        return text.toString();
    }

    static String text(XWPFParagraph paragraph) {
        StringBuilder text = new StringBuilder();
        paragraph.getRuns().forEach(run -> text.append(text(run)));
        return text.toString();
    }

    private static List<XWPFParagraph> paragraphs(XWPFDocument document) {
        List<IBody> bodies = new ArrayList<>();
        bodies.addAll(document.getHeaderList());
        bodies.add(document);
        bodies.addAll(document.getFooterList());
        return bodies.stream().flatMap(OfficeTemplate::paragraphs).toList();
    }

    private static Stream<XWPFParagraph> paragraphs(IBody body) {
        return body.getBodyElements().stream()
                .flatMap(
                        element ->
                                switch (element) {
                                    case XWPFParagraph paragraph -> Stream.of(paragraph);
                                    case XWPFTable table ->
                                            table.getRows().stream()
                                                    .flatMap(row -> row.getTableCells().stream())
                                                    .flatMap(OfficeTemplate::paragraphs);
                                    default -> Stream.empty();
                                });
    }
}
