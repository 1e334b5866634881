/// 日历 — what falls due for a whole office, month by month, and a feed of it for other calendars.
@NamedInterface("upcoming")
@NullMarked
package org.mingze.duty.upcoming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
