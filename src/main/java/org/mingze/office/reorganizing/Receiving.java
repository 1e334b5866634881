package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.Optional;
import org.mingze.access.Officer;
import org.mingze.duty.Naming;
import org.mingze.organization.Organization;

/// 接手 — who may take over what is open on a post: whoever holds it now; while it is vacant or not
/// yet left, whoever is named, for the successor may not be appointed yet.
record Receiving(Organization organization, LocalDate today) {
    /// Why a person does not take it over; empty text if that person may.
    String refused(Officer giving, String person) {
        if (person.equals(giving.person())) {
            return "不能移交给自己，写接手的人";
        }
        String post = giving.post().code();
        Optional<String> holder =
                organization.holder(post, today).filter(holds -> !holds.equals(giving.person()));
        return holder.filter(holds -> !holds.equals(person))
                .map(
                        holds ->
                                "“%s”现在由%s任，交给他；要换人接，先办任职"
                                        .formatted(
                                                giving.post().name(),
                                                Naming.of(organization, holds, today)))
                .orElse("");
    }
}
