/// 经手的人 — who reads the personal and case values of a record.
@NamedInterface("classed")
@NullMarked
package org.mingze.work.classed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
