package org.mingze.duty;

import java.util.Optional;

/// 应尽事项之键 — institution, duty, bearer, counterpart and occasion; the version is an attribute.
///
/// @param bearer      code of the post or body; empty text while it is unknown
/// @param counterpart 对: code of the member covered; a pair is written 甲+乙
public record ObligationKey(
        String institution,
        String duty,
        String bearer,
        Optional<String> counterpart,
        String occasion) {}
