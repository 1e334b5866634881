/// 履责 — obligations, verdicts, certificates: what is owed, by whom, by when, and what was done.
@ApplicationModule(
        allowedDependencies = {
            "journal",
            "calendar",
            "organization",
            "institution",
            "institution :: expression",
            "institution :: rota",
            "institution :: assessment",
            "institution :: wording",
            "work",
            "work :: classed",
            "work :: form",
            "work :: index",
            "sheet",
            "access",
            "web"
        })
@NullMarked
package org.mingze.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
