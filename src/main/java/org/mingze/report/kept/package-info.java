/// 留存 — what a person wrote into a report, reports as they were handed in, and what has changed.
@NamedInterface("kept")
@NullMarked
package org.mingze.report.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
