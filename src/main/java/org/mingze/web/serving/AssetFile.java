package org.mingze.web.serving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// 静态文件 — one file as it is sent, under an address that holds the hash of its bytes.
///
/// The style sheets are one file a noun in the source and one answer on the wire.
public record AssetFile(String name, String type, String content) {
    private static final List<String> STYLES =
            List.of(
                    "tokens",
                    "base",
                    "shell",
                    "mark",
                    "button",
                    "field",
                    "notice",
                    "rows",
                    "table",
                    "verdict",
                    "dossier",
                    "ledger",
                    "entry",
                    "meeting",
                    "heat",
                    "assessment",
                    "reading",
                    "report",
                    "institution",
                    "office",
                    "signin",
                    "print");

    /// What only those who write the sheets read is not sent.
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private static final Pattern INDENT = Pattern.compile("\\s*\\n\\s*");

    public static List<AssetFile> all() {
        return List.of(
                styles(),
                script("app.js", "/static/app.js"),
                script("passkey.js", "/static/passkey.js"),
                script("htmx.js", HTMX));
    }

    private static final String HTMX =
            "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    public String address() {
        return "/assets/" + version() + "/" + name;
    }

    /// How a content policy names exactly this text where it stands in a page.
    String allowance() {
        return "'sha256-" + Base64.getEncoder().encodeToString(hash()) + "'";
    }

    private String version() {
        return HexFormat.of().formatHex(hash(), 0, 6);
    }

    private byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    static AssetFile styles() {
        StringBuilder joined = new StringBuilder();
        for (String style : STYLES) {
            joined.append(read("/static/css/" + style + ".css")).append('\n');
        }
        String spoken = COMMENT.matcher(joined).replaceAll("");
        return new AssetFile(
                "mingze.css", "text/css;charset=UTF-8", INDENT.matcher(spoken).replaceAll("\n"));
    }

    private static AssetFile script(String name, String resource) {
        return new AssetFile(name, "text/javascript;charset=UTF-8", read(resource));
    }

    private static String read(String resource) {
        try (InputStream file = AssetFile.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("missing on the class path: " + resource);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
