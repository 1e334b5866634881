/// 账簿 — the append-only, provable journal of one county, its classed store, evidence and archive.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mingze.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
