package org.mingze.reading.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mingze.journal.secrecy.SecrecyMark;

/// 文档文字 — turns a Word, PDF, RTF, HTML or text file into text, or says in one sentence why not.
public final class DocumentText {
    private static final int FILE_BYTES_MAX = 50 * 1024 * 1024;
    private static final int TEXT_CHARS_MAX = 20 * 1024 * 1024;
    private static final int SECONDS_MAX = 30;
    private static final String TOO_LARGE = "文件超过50兆，拆分或删去图片后再读";

    private DocumentText() {}

    public static Read read(Path file) {
        String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        try {
            if (!Files.isRegularFile(file)) {
                return refused(name, "文件不存在或不是普通文件，核对路径后再读");
            }
            if (Files.size(file) > FILE_BYTES_MAX) {
                return refused(name, TOO_LARGE);
            }
            return read(name, Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return refused(name, "文件打不开，检查读取权限后再读");
        }
    }

    public static Read read(String name, byte[] file) {
        if (file.length > FILE_BYTES_MAX) {
            return refused(name, TOO_LARGE);
        }
        if (file.length == 0) {
            return refused(name, "文件是空的，换一份有内容的文件");
        }
        try {
            return document(name, bounded(() -> text(name, file)), file);
        } catch (UnreadableDocument unreadable) {
            return refused(name, unreadable.why());
        }
    }

    /// The text of a file, by what the file holds and not by its name.
    private static String text(String name, byte[] file) throws UnreadableDocument {
        return switch (FileFormat.of(name, file)) {
            case WORD -> WordDocument.text(file);
            case OLD_WORD -> OldWordDocument.text(file);
            case PDF -> PdfDocument.text(file);
            case RTF -> RichText.text(file);
            case WEB_PAGE -> WebPage.text(file);
            case WORD_XML -> WordXml.text(file);
            case PLAIN -> PlainFile.text(file);
            case OFD -> throw new UnreadableDocument("是 OFD 版式文件，导出为 PDF 或另存为 .docx 后再读");
            case MAIL_PAGE -> throw new UnreadableDocument("是单个文件网页，用 Word 打开并另存为 .docx 后再读");
            case PICTURE -> throw new UnreadableDocument("是图片，没有文字层，先作文字识别再读");
            case ARCHIVE -> throw new UnreadableDocument("是压缩包，解压后逐份再读");
        };
    }

    private static String bounded(Callable<String> reading) throws UnreadableDocument {
        FutureTask<String> task = new FutureTask<>(reading);
        Thread.ofVirtual().name("reading-document").start(task);
        try {
            return task.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new UnreadableDocument("半分钟没有读完，拆分或另存后再读", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnreadableDocument("读取中断，再读一次", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnreadableDocument unreadable) {
                throw unreadable;
            }
            throw new UnreadableDocument("文件已损坏或结构异常，用原来的软件重新另存后再读", failed);
        }
    }

    private static Read document(String name, String text, byte[] file) {
        if (text.length() > TEXT_CHARS_MAX) {
            return refused(name, "文本超过20兆，拆分后再读");
        }
        if (SecrecyMark.in(text)) {
            return refused(name, "标有密级，未读入也未保存，涉密文件须在涉密系统中办理");
        }
        return text.isBlank()
                ? refused(name, "没有文字，换一份有文字的文件（扫描件先作文字识别）")
                : new Read.Document(name, text, sha256(file));
    }

    private static Read refused(String name, String why) {
        return new Read.Refused("《" + name + "》" + why + "。");
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
