/// 责任清单 — a duty list of an office read into a draft institution that a person completes.
@NullMarked
package org.mingze.exchange.dutylist;

import org.jspecify.annotations.NullMarked;
