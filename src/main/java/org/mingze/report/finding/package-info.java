/// 查找报告 — reports handed in, found by their titles.
@NamedInterface("finding")
@NullMarked
package org.mingze.report.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
