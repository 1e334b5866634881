/// 封存情况 — whose reports for a period are handed in, and whose are not.
@NullMarked
package org.mingze.report.round;

import org.jspecify.annotations.NullMarked;
