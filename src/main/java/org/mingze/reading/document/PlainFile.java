package org.mingze.reading.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// 纯文本 — decodes bytes strictly: by their mark, then UTF-8, UTF-16 without a mark, GB18030.
final class PlainFile {
    private static final int TEXT_BYTES_MAX = 20 * 1024 * 1024;
    private static final int SAMPLE = 4096;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private PlainFile() {}

    static String text(byte[] file) throws UnreadableDocument {
        if (file.length > TEXT_BYTES_MAX) {
            throw new UnreadableDocument("文本超过20兆，拆分后再读");
        }
        Optional<String> text = decode(file);
        if (text.isPresent()) {
            return text.get();
        }
        throw new UnreadableDocument(
                mixed(file)
                        ? "前后编码不一致，用记事本打开并另存为 UTF-8 后再读"
                        : "不是文本，另存为 UTF-8 编码的 .txt 或 .docx 后再读");
    }

    static Optional<String> decode(byte[] file) {
        if (starts(file, 0xFF, 0xFE)) {
            return strict(file, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(file, 0xFE, 0xFF)) {
            return strict(file, 2, StandardCharsets.UTF_16BE);
        }
        int from = starts(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        Optional<String> utf8 = strict(file, from, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8;
        }
        Optional<Charset> wide = wide(file);
        if (wide.isPresent()) {
            return strict(file, 0, wide.get());
        }
        return mixed(file) ? Optional.empty() : strict(file, 0, GB18030);
    }

    /// UTF-16 without a mark: every other byte is that of a Chinese character or zero.
    private static Optional<Charset> wide(byte[] file) {
        int length = Math.min(SAMPLE, file.length - file.length % 2);
        if (file.length % 2 != 0 || length < 8) {
            return Optional.empty();
        }
        int even = 0;
        int odd = 0;
        for (int at = 0; at < length; at += 2) {
            even += high(file[at]) ? 1 : 0;
            odd += high(file[at + 1]) ? 1 : 0;
        }
        int most = length * 2 / 5;
        if (odd >= most && even < odd / 2) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even >= most && odd < even / 2
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static boolean high(byte b) {
        int value = b & 0xFF;
        return value == 0 || value == 0x30 || value == 0xFF || (value >= 0x4E && value <= 0x9F);
    }

    /// Mostly UTF-8 with a few bytes of another encoding: read as GB18030 it would be rubbish.
    private static boolean mixed(byte[] file) {
        byte[] sample = Arrays.copyOf(file, Math.min(file.length, 64 * SAMPLE));
        String loose = new String(sample, StandardCharsets.UTF_8);
        long broken = loose.chars().filter(c -> c == '\ufffd').count();
        long chinese = loose.chars().filter(c -> c >= 0x4E00 && c <= 0x9FFF).count();
        return chinese > 20 && broken * 4 < chinese;
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

    private static boolean starts(byte[] file, int... sign) {
        if (file.length < sign.length) {
            return false;
        }
        for (int at = 0; at < sign.length; at++) {
            if ((file[at] & 0xFF) != sign[at]) {
                return false;
            }
        }
        return true;
    }
}
