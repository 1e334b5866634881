package org.mingze.duty.showing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingze.duty.ObligationKey;
import org.mingze.institution.RecordType;

/// 职责的地址.
public final class DutyLinks {
    private DutyLinks() {}

    public static String page(ObligationKey key) {
        String address =
                "/duties/"
                        + encoded(key.institution())
                        + "/"
                        + encoded(key.duty())
                        + "?bearer="
                        + encoded(key.bearer())
                        + "&occasion="
                        + encoded(key.occasion());
        return key.counterpart()
                .map(code -> address + "&counterpart=" + encoded(code))
                .orElse(address);
    }

    /// The same duty on another occasion.
    public static String page(ObligationKey key, String occasion) {
        return page(
                new ObligationKey(
                        key.institution(), key.duty(), key.bearer(), key.counterpart(), occasion));
    }

    /// The entry by which an institution came into force, rests or ended.
    public static String act(String institution, long number) {
        return institution(institution) + "/acts/" + number;
    }

    public static String institution(String id) {
        return "/institutions/" + encoded(id);
    }

    /// Where a number of an institution is set.
    public static String parameter(String institution, String name) {
        return institution(institution) + "/parameters/" + encoded(name);
    }

    /// Where a dossier shows who asked to have it looked at again, and what was said.
    public static final String AGAIN = "again";

    /// The form for a record of a type, with what is known already filled in.
    public static String entry(RecordType type, Map<String, String> told) {
        String query =
                told.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        return "/records/new/" + type.english() + (query.isEmpty() ? "" : "?" + query);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
