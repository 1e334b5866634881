/// 例 — cases beside an institution: what is given, what happens, what the verdict must be.
@NamedInterface("cases")
@NullMarked
package org.mingze.duty.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
