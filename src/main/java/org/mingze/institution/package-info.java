/// 制度 — institution files: vocabularies, duties, parameters, sources, read with every error at
// once.
@ApplicationModule(allowedDependencies = {"calendar"})
@NullMarked
package org.mingze.institution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
