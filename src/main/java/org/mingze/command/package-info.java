/// 命令行 — what ./mingze runs without starting a server, and the start itself.
@ApplicationModule(
        allowedDependencies = {
            "journal",
            "journal :: proof",
            "calendar",
            "organization",
            "institution",
            "institution :: expression",
            "work",
            "duty",
            "duty :: cases",
            "duty :: certificate",
            "duty :: simulation",
            "duty :: closing",
            "reading :: printing",
            "reading :: text",
            "reading :: document",
            "report",
            "report :: paper",
            "report :: kept",
            "report :: masking",
            "database",
            "access"
        })
@NullMarked
package org.mingze.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
