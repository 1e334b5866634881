/// 系统 — the pages of the three administrators and one's own account.
@NullMarked
package org.mingze.access.administration;

import org.jspecify.annotations.NullMarked;
