/// 表格 — the rows of spreadsheets and of separated texts, read and written as a stream.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mingze.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
