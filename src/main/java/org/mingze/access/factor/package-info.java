/// 第二因素 — time codes, recovery codes, and asking for them.
@NullMarked
package org.mingze.access.factor;

import org.jspecify.annotations.NullMarked;
