package org.mingze.reading.document;

/// 读入结果 — a document that may be read, or the sentence why it may not.
public sealed interface Read {

    /// 文档 — its name, its text, and the digest of the file it came from.
    record Document(String name, String text, String sha256) implements Read {}

    /// 不予读入 — one sentence that names the file and the remedy.
    record Refused(String sentence) implements Read {}
}
