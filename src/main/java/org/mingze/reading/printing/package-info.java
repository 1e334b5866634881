/// 打印 — what was found in a document, as lines for people and as JSON for programs.
@NamedInterface("printing")
@NullMarked
package org.mingze.reading.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
