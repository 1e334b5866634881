/// 日历 — civil days of Asia/Shanghai: working days, periods, spans and the limits that they make.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mingze.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
