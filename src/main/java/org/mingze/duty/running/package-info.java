/// 累计 — counts that run along with the journal, so that a verdict reads what already counts.
@NamedInterface("running")
@NullMarked
package org.mingze.duty.running;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
