/// 文字 — what a document says, found by the grammar of its genre: a pure function of its text.
@NamedInterface("text")
@NullMarked
package org.mingze.reading.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
