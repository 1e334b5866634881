/// 月结 — balances of a period that are signed, re-checked for ever, and adjusted, never changed.
@NamedInterface("closing")
@NullMarked
package org.mingze.duty.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
