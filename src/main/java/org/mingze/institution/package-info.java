/// 制度 — institution files: vocabularies, duties, parameters, sources, read with every error at
/// once; and records typed by the vocabulary.
@ApplicationModule(allowedDependencies = {"calendar", "journal"})
@NullMarked
package org.mingze.institution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
