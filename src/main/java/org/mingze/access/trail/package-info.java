/// 审计 — the append-only, chained trail of sign-ins, administrative acts and classed reads.
@NullMarked
package org.mingze.access.trail;

import org.jspecify.annotations.NullMarked;
