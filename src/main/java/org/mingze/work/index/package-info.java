/// 纪实索引 — orders and lookups that keep a year of a county small and quick to reach.
@NullMarked
package org.mingze.work.index;

import org.jspecify.annotations.NullMarked;
