package org.mingze.journal.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Checkpoint;
import org.mingze.journal.Content;
import org.mingze.journal.Digest;

/// 文件清单 — every file of a packet with its digest, signed with the key of the checkpoint: a page
/// that was edited, taken out or put in is told apart.
public final class ListedFiles {
    private ListedFiles() {}

    /// The list as it stands in the packet; it names every file but itself.
    ///
    /// @param sign gives the signature of a statement
    public static String text(Map<String, Digest> files, UnaryOperator<String> sign) {
        Map<String, Content> listed = new LinkedHashMap<>();
        files.forEach((name, digest) -> listed.put(name, new Content.Text(digest.toString())));
        Content.Group group = new Content.Group(listed);
        return CanonicalJson.write(
                new Content.Group(
                        Map.of("文件", group, "签", new Content.Text(sign.apply(statement(group))))));
    }

    /// The first file that is not what the list says.
    static Optional<String> finding(ZipFile zip, Checkpoint checkpoint) throws IOException {
        if (!(CanonicalJson.read(PacketVerification.text(zip, PacketVerification.FILES))
                        instanceof Content.Group list
                && list.get("文件").orElse(Content.Group.EMPTY) instanceof Content.Group files
                && checkpoint.vouches(statement(files), list.text("签").orElse("")))) {
            return Optional.of("文件清单的签名不对：清单改过，或不是这个包的");
        }
        Map<String, Content> missing = new HashMap<>(files.fields());
        for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
            String name = entry.getName();
            Content listed = missing.remove(name);
            if (listed == null && !name.equals(PacketVerification.FILES)) {
                return Optional.of(name + " 不在清单里：是做包以后加进来的");
            }
            if (listed != null && !listed.equals(digest(zip, entry))) {
                return Optional.of(name + " 改过，与清单里的摘要对不上");
            }
        }
        return missing.keySet().stream()
                .min(String::compareTo)
                .map(name -> "缺 " + name + "：清单里有，包里没有");
    }

    private static Content digest(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry);
                DigestInputStream digested = new DigestInputStream(in, Digest.algorithm())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return new Content.Text(
                    Digest.ofBytes(digested.getMessageDigest().digest()).toString());
        }
    }

    private static String statement(Content.Group files) {
        return CanonicalJson.write(new Content.Group(Map.of("文件", files)));
    }
}
