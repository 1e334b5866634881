/// 表达式 — the small total language inside the slots of an institution: typed, three-valued, exact.
@NamedInterface("expression")
@NullMarked
package org.mingze.institution.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
