/// 明川县样本 — the invented county: its roster, a year of records and the faults planted in it.
@NullMarked
package org.mingze.sample;

import org.jspecify.annotations.NullMarked;
