/// 权限 — who is signed in, as which post, and what that post may see.
@ApplicationModule(allowedDependencies = {"database", "organization", "journal", "sheet", "web"})
@NullMarked
package org.mingze.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
