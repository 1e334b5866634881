/// 纪实索引 — orders and lookups that keep a year of a county small and quick to reach.
@NamedInterface("index")
@NullMarked
package org.mingze.work.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
