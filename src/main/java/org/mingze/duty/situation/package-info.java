/// 境况 — what the expressions of a duty see: names, other records, the organization, candidates.
@NullMarked
package org.mingze.duty.situation;

import org.jspecify.annotations.NullMarked;
