/// 工作纪实 — typed records and what is known of a county at one prefix of its journal.
@ApplicationModule(
        allowedDependencies = {
            "journal",
            "journal :: secrecy",
            "calendar",
            "organization",
            "institution",
            "institution :: expression",
            "access",
            "web"
        })
@NullMarked
package org.mingze.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
