package org.mingze.institution;

import java.util.Optional;

/// 据 — where a duty or a number comes from: a source, its article, and the grade A–D.
///
/// @param words the words of the article, where they were seen
public record Basis(
        String source, String sourceTitle, String article, char grade, Optional<String> words) {
    public boolean isLocal() {
        return source.equals("自定");
    }

    /// 《title》第n条, or 本地自定：words.
    public String citation() {
        if (isLocal()) {
            return "本地自定（" + article + "）";
        }
        return "《" + sourceTitle + "》" + (article.equals("未明") ? "（条号未明）" : "第" + article + "条");
    }
}
