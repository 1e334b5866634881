package org.mingze.dossier;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;

/// 职责页的地址 — where the certificate of an obligation is met.
final class DutyAddress {
    private DutyAddress() {}

    static String of(Obligation obligation) {
        ObligationKey key = obligation.key();
        return "/duties/"
                + part(key.institution())
                + "/"
                + part(key.duty())
                + "/"
                + part(key.bearer().isEmpty() ? "-" : key.bearer())
                + "/"
                + part(key.occasion())
                + key.counterpart().map(other -> "?counterpart=" + part(other)).orElse("");
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
