/// 记录页面 — forms made from record types, the counts panel, records, corrections and lists.
@NullMarked
package org.mingze.duty.entering;

import org.jspecify.annotations.NullMarked;
