package org.mingze.duty.situation;

import java.util.List;
import org.mingze.institution.expression.Value;

/// 责账 — the obligations of a bearer in a period by how they stand, asked by 应 履 迟 违 免 缺.
@FunctionalInterface
public interface ObligationCounts {
    /// Each obligation as a group of 自 and 止.
    ///
    /// @param tally      应 履 迟 违 免 缺
    /// @param dutyNumber 号 of a duty of the same institution
    List<Value> of(String tally, String dutyNumber);
}
