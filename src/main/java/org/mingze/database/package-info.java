/// 数据库 — the embedded PostgreSQL of one home folder, or an external one.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mingze.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
