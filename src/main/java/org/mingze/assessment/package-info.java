/// 考核 — schemes and their scores, and the overview of a county: how its duties stand as a whole.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "journal",
            "calendar",
            "organization",
            "institution",
            "institution :: expression",
            "institution :: rota",
            "institution :: assessment",
            "work",
            "duty",
            "duty :: running",
            "duty :: situation",
            "duty :: assessment",
            "access",
            "web"
        })
@NullMarked
package org.mingze.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
