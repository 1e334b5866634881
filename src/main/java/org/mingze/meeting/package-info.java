/// 议事 — a meeting from its agenda to its minutes: what the institutions in force ask of each topic,
/// who may speak next, whether a vote carries; closing it enters the record.
@ApplicationModule(
        allowedDependencies = {
            "journal",
            "calendar",
            "organization",
            "institution",
            "institution :: expression",
            "work",
            "duty",
            "duty :: running",
            "duty :: showing",
            "report :: paper",
            "access",
            "web"
        })
@NullMarked
package org.mingze.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
