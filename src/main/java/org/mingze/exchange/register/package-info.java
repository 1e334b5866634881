/// 出册 — records handed out with all their fields, so that they can be handed in again.
@NullMarked
package org.mingze.exchange.register;

import org.jspecify.annotations.NullMarked;
