/// 试行 — what a draft would have made of a past range, without writing anything.
@NamedInterface("simulation")
@NullMarked
package org.mingze.duty.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
