/// 审读 — documents read: outline, figures, problems, causes, measures and their links.
@ApplicationModule(
        allowedDependencies = {
            "journal",
            "journal :: secrecy",
            "calendar",
            "organization",
            "institution",
            "institution :: expression",
            "work",
            "work :: form",
            "duty",
            "access",
            "report",
            "web"
        })
@NullMarked
package org.mingze.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
