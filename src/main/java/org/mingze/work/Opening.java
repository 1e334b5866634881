package org.mingze.work;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.journal.Entry;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;

/// 建账 — from which day on a body's records of a type are complete; earlier counts are unknown.
public record Opening(String recordType, Optional<String> body, LocalDate from) {
    static Opening of(Entry entry) {
        String type =
                entry.content()
                        .text("型")
                        .orElseThrow(() -> new IllegalArgumentException("建账没有写明记录类型"));
        LocalDate from =
                entry.content().text("自").map(LocalDate::parse).orElse(entry.occurred().day());
        return new Opening(type, entry.content().text("机构"), from);
    }

    /// Whether it speaks of a body: of everybody, or of a body that stands above it on a day.
    boolean concerns(Optional<String> asked, Organization organization, LocalDate day) {
        if (body.isEmpty()) {
            return true;
        }
        Optional<String> at = asked;
        while (at.isPresent()) {
            if (at.equals(body)) {
                return true;
            }
            at = organization.superior(at.get(), day).map(Body::code);
        }
        return false;
    }
}
