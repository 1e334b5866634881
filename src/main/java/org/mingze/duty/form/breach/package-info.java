/// 违后 — what a breach makes somebody owe: the rungs of a ladder, and an answer within a time.
@NullMarked
package org.mingze.duty.form.breach;

import org.jspecify.annotations.NullMarked;
