package org.mingze.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;

/// 文档文字 — turns a .txt or .docx file into text, or says in one sentence why not.
public final class DocumentText {
    private static final int TEXT_BYTES_MAX = 20 * 1024 * 1024;
    private static final int FILE_BYTES_MAX = 50 * 1024 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private DocumentText() {}

    public static Read read(Path file) {
        String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        try {
            if (!Files.isRegularFile(file)) {
                return refused(name, "文件不存在或不是普通文件，核对路径后再读");
            }
            if (Files.size(file) > FILE_BYTES_MAX) {
                return refused(name, "文件超过50兆，拆分或删去图片后再读");
            }
            return read(name, Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return refused(name, "文件打不开，检查读取权限后再读");
        }
    }

    public static Read read(String name, byte[] file) {
        if (file.length > FILE_BYTES_MAX) {
            return refused(name, "文件超过50兆，拆分或删去图片后再读");
        }
        if (file.length == 0) {
            return refused(name, "文件是空的，换一份有内容的文件");
        }
        boolean docx = name.toLowerCase(Locale.ROOT).endsWith(".docx");
        if (starts(file, COMPOUND)) {
            return refused(name, "文件加了密码或是旧版 Word 格式，去掉密码并另存为 .docx 后再读");
        }
        if (docx || starts(file, ZIP)) {
            return word(name, file);
        }
        if (file.length > TEXT_BYTES_MAX) {
            return refused(name, "文本超过20兆，拆分后再读");
        }
        Optional<String> text = decode(file);
        return text.isPresent()
                ? document(name, text.get(), file)
                : refused(name, "不是文本，另存为 UTF-8 编码的 .txt 或 .docx 后再读");
    }

    private static Read word(String name, byte[] file) {
        if (!starts(file, ZIP)) {
            return refused(name, "不是完好的 .docx 文件，用 Word 重新另存后再读");
        }
        try {
            return document(name, WordDocument.text(file), file);
        } catch (IOException
                | POIXMLException
                | OpenXML4JRuntimeException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException broken) {
            return refused(name, "不是完好的 Word 文档（可能是表格改名或已损坏），用 Word 重新另存为 .docx 后再读");
        }
    }

    private static Read document(String name, String text, byte[] file) {
        if (text.length() > TEXT_BYTES_MAX) {
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

    private static Optional<String> decode(byte[] file) {
        if (starts(file, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
            return strict(file, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(file, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return strict(file, 2, StandardCharsets.UTF_16BE);
        }
        boolean marked = starts(file, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        int from = marked ? 3 : 0;
        return strict(file, from, StandardCharsets.UTF_8)
                .or(() -> strict(file, 0, Charset.forName("GB18030")));
    }

    private static Optional<String> strict(byte[] file, int from, Charset charset) {
        try {
            String text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(file, from, file.length - from))
                            .toString();
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException undecodable) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] file, byte[] sign) {
        if (file.length < sign.length) {
            return false;
        }
        for (int at = 0; at < sign.length; at++) {
            if (file[at] != sign[at]) {
                return false;
            }
        }
        return true;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
