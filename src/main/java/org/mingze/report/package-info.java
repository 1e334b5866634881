/// 述职材料 — duty reports whose every number opens the records that it counts.
@ApplicationModule(
        allowedDependencies = {
            "journal",
            "calendar",
            "organization",
            "institution",
            "institution :: expression",
            "work",
            "work :: form",
            "duty",
            "duty :: situation",
            "access",
            "web"
        })
@NullMarked
package org.mingze.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
