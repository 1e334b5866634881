package org.mingze.dossier.batch;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;

/// 一起办页 — which items take the act, which do not and why, and what is asked for all of them.
///
/// @param send empty where no item can take it
public record BatchPage(
        Heading heading,
        Place place,
        Prose hint,
        List<Item> items,
        List<Field> fields,
        String send,
        String act,
        String sendWord,
        Optional<Refusal> refusal,
        Optional<Blank> blank) {
    /// 一件 — an item that was picked.
    ///
    /// @param against why it does not take the act; empty when it does
    public record Item(String number, Link title, String about, String against) {
        public boolean takes() {
            return against.isEmpty();
        }
    }

    public BatchPage {
        items = List.copyOf(items);
        fields = List.copyOf(fields);
    }
}
