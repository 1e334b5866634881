/// 证明 — some entries of a journal with what proves them, readable and checkable away from it.
@NamedInterface("proof")
@NullMarked
package org.mingze.journal.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
