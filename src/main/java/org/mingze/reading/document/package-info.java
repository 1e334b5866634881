/// 文档 — files that people hand in, turned into text, or refused in one sentence.
@NamedInterface("document")
@NullMarked
package org.mingze.reading.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
