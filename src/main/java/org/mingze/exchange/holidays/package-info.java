/// 放假通知 — the State Council's notice of a year read, confirmed and entered as the county's
/// days.
@NullMarked
package org.mingze.exchange.holidays;

import org.jspecify.annotations.NullMarked;
