/// 界面 — the frame of every page: templates, marks, errors, security headers.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mingze.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
