package org.mingze.institution;

import java.util.Collection;
import java.util.stream.Collectors;
import org.mingze.institution.file.tree.Spelling;
import org.mingze.journal.Content;

/// 记录文字 — what the text of a record means before it is typed.
final class RecordText {
    private RecordText() {}

    /// Blank text is as good as no field; an empty list is a value.
    static boolean isFilled(Content content) {
        return !(content instanceof Content.Text(String text) && text.isBlank());
    }

    /// The sentence for a field that the type does not have.
    static String noSuchField(String of, String field, Collection<String> known) {
        String hint =
                Spelling.nearest(field, known)
                        .map(near -> "是不是“" + near + "”？")
                        .orElseGet(
                                () ->
                                        "可用："
                                                + known.stream().collect(Collectors.joining("、"))
                                                + "。");
        return "“" + of + "”没有字段“" + field + "”，" + hint;
    }
}
