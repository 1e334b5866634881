/// 遮盖 — the twin of a report that may leave: the same figures, personal and internal values masked.
@NamedInterface("masking")
@NullMarked
package org.mingze.report.masking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
