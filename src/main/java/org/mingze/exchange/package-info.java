/// 交换 — ledgers and lists that offices have already, taken in; registers handed out.
@ApplicationModule(
        allowedDependencies = {
            "database",
            "journal",
            "calendar",
            "organization",
            "institution",
            "institution :: expression",
            "work",
            "work :: classed",
            "work :: form",
            "work :: index",
            "duty",
            "sheet",
            "reading :: document",
            "access",
            "web"
        })
@NullMarked
package org.mingze.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
