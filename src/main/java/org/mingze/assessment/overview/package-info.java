/// 驾驶舱 — counts everything that falls due in a county once, keeps it, and arranges it.
@NullMarked
package org.mingze.assessment.overview;

import org.jspecify.annotations.NullMarked;
