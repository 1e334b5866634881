/// 机构 — bodies, posts, people and appointments as of any day.
@ApplicationModule(allowedDependencies = {"journal"})
@NullMarked
package org.mingze.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
