package org.mingze.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;

/// 下载表格 — a table that a browser keeps as a file, sent while it is written.
public final class TableDownload {
    private TableDownload() {}

    public static TableWriting begin(
            TableForm form, HttpServletResponse response, String title, List<String> heads)
            throws IOException {
        response.setContentType(form.contentType());
        response.setHeader("Content-Disposition", attached(title + "." + form.ending()));
        response.setHeader("Cache-Control", "no-store");
        return TableWriting.open(form, response.getOutputStream(), title, heads);
    }

    /// The header under which a browser keeps a file of this name.
    public static String attached(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
