package org.mingze.duty.entering;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Refusal;

/// 撤销页 — what will no longer count, and the reason that is asked for.
///
/// @param counted the duties that the record counts for now
/// @param raised  the duties that rest on it: they fall away with it
/// @param key     of the form, so that it enters once
/// @param refusal said to a form that was changed after it had entered
public record WithdrawalPage(
        Heading heading,
        Link record,
        String send,
        String key,
        Field reason,
        List<String> counted,
        List<String> raised,
        Optional<Refusal> refusal) {
    public WithdrawalPage {
        counted = List.copyOf(counted);
        raised = List.copyOf(raised);
    }
}
