/// 规则成句 — a duty as one plain Chinese sentence, which an office can read and sign.
@NamedInterface("wording")
@NullMarked
package org.mingze.institution.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
