/// 密级标志 — what bears a mark of secrecy stays out of the books.
@NamedInterface("secrecy")
@NullMarked
package org.mingze.journal.secrecy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
