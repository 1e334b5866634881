/// 考核 — points computed from duties and metrics, each explained by its records.
@NamedInterface("assessment")
@NullMarked
package org.mingze.duty.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
