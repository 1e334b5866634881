package org.mingze.duty.entering;

import java.util.List;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;

/// 撤销页 — what will no longer count, and the reason that is asked for.
///
/// @param counted the duties that the record counts for now
/// @param key     of the form, so that it enters once
public record WithdrawalPage(
        Heading heading, Link record, String send, String key, Field reason, List<String> counted) {
    public WithdrawalPage {
        counted = List.copyOf(counted);
    }
}
