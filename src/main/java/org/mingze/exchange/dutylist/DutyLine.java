package org.mingze.exchange.dutylist;

/// 清单一条 — one line of a duty list as it is written.
///
/// @param number as counted in the list, from 1
/// @param place  where it stands: 第3行, 责任清单!第5行
record DutyLine(
        int number,
        String place,
        String who,
        String what,
        String often,
        String evidence,
        String basis) {}
