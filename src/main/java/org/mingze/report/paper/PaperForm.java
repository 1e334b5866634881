package org.mingze.report.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 文件格式 — the three forms in which a manuscript leaves.
public enum PaperForm {
    DOCX(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF(".pdf", "application/pdf"),
    OFD(".ofd", "application/ofd");

    private final String ending;
    private final String mediaType;

    PaperForm(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<PaperForm> of(String fileName) {
        return Arrays.stream(values())
                .filter(form -> fileName.toLowerCase(Locale.ROOT).endsWith(form.ending))
                .findFirst();
    }

    public void write(Manuscript manuscript, OutputStream out) throws IOException {
        try (Typefaces typefaces = new Typefaces()) {
            Sheets sheets = Paging.of(manuscript, typefaces);
            switch (this) {
                case DOCX -> DocxWriting.write(manuscript, sheets.sheets().size(), out);
                case PDF -> PdfWriting.write(manuscript, sheets, typefaces, out);
                case OFD -> OfdWriting.write(manuscript, sheets, typefaces, out);
            }
        }
    }

    public byte[] bytes(Manuscript manuscript) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(manuscript, out);
        return out.toByteArray();
    }
}
