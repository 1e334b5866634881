/// 雷同 — passages that stand in more than one document: a pure function of the documents.
@NamedInterface("sameness")
@NullMarked
package org.mingze.reading.sameness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
