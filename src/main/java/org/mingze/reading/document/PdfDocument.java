package org.mingze.reading.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// PDF 文档 — the text layer of a PDF: lines of a paragraph joined, columns one after the other,
/// page numbers dropped.
final class PdfDocument {
    private static final int PAGES_MAX = 2000;
    private static final long MEMORY_MAX = 64L * 1024 * 1024;
    private static final long STORE_MAX = 400L * 1024 * 1024;
    private static final int CHARS_A_PAGE = 12;

    private PdfDocument() {}

    static String text(byte[] file) throws UnreadableDocument {
        PdfBomb.refuse(file);
        try (PDDocument document =
                Loader.loadPDF(
                        file,
                        "",
                        null,
                        null,
                        MemoryUsageSetting.setupMixed(MEMORY_MAX, STORE_MAX).streamCache)) {
            if (document.getNumberOfPages() > PAGES_MAX) {
                throw new UnreadableDocument("超过" + PAGES_MAX + "页，拆分后再读");
            }
            Stripper stripper = new Stripper();
            stripper.getText(document);
            int said = stripper.pages.stream().mapToInt(PdfPage::characters).sum();
            if (said < CHARS_A_PAGE * Math.max(1, document.getNumberOfPages())) {
                throw new UnreadableDocument("没有文字层（是扫描件或图片），先作文字识别再读");
            }
            return PdfPage.text(stripper.pages);
        } catch (InvalidPasswordException locked) {
            throw new UnreadableDocument("加了密码，去掉密码后再读", locked);
        } catch (UnreadableDocument refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableDocument("不是完好的 PDF 文件，重新导出后再读", broken);
        } catch (StackOverflowError nested) {
            throw new UnreadableDocument("PDF 结构异常，重新导出后再读", nested);
        }
    }

    /// 取字 — gathers the pieces of each page with their places, in the order they were set.
    private static final class Stripper extends PDFTextStripper {
        private final List<PdfPage> pages = new ArrayList<>();

        private Stripper() {
            setSortByPosition(false);
        }

        @Override
        protected void startPage(org.apache.pdfbox.pdmodel.PDPage page) {
            pages.add(new PdfPage(page.getCropBox().getHeight()));
        }

        @Override
        protected void writeString(String said, List<TextPosition> positions) {
            if (!pages.isEmpty()) {
                for (TextPosition position : positions) {
                    pages.getLast()
                            .add(
                                    position.getUnicode(),
                                    position.getXDirAdj(),
                                    position.getYDirAdj(),
                                    position.getWidthDirAdj(),
                                    position.getFontSizeInPt());
                }
            }
        }
    }
}
