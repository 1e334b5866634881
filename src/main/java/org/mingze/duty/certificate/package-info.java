/// 判定书 — a verdict with all that it rests on, and a checker that believes none of it.
@NamedInterface("certificate")
@NullMarked
package org.mingze.duty.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
