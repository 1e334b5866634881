/// 境况 — what the expressions of a duty see: names, other records, the organization, candidates.
@NamedInterface("situation")
@NullMarked
package org.mingze.duty.situation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
