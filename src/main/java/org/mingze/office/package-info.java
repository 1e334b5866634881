/// 办公 — what an office does with all of it: find, remind, reorganize, hand to inspectors, archive.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "journal",
            "journal :: proof",
            "calendar",
            "organization",
            "institution",
            "institution :: expression",
            "work",
            "work :: search",
            "duty",
            "duty :: showing",
            "duty :: situation",
            "duty :: upcoming",
            "duty :: certificate",
            "dossier",
            "report :: finding",
            "sheet",
            "access",
            "web"
        })
@NullMarked
package org.mingze.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
