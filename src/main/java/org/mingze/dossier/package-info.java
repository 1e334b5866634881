/// 案卷 — a root record with all that follows it: rectification, petitions, any chain.
@ApplicationModule(
        allowedDependencies = {
            "journal",
            "calendar",
            "organization",
            "institution",
            "institution :: expression",
            "institution :: wording",
            "work",
            "work :: form",
            "work :: index",
            "duty",
            "duty :: running",
            "duty :: showing",
            "duty :: situation",
            "sheet",
            "access",
            "web"
        })
@NullMarked
package org.mingze.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
