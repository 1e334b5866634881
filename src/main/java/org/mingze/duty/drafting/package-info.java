/// 立制 — institutions written, checked, tried on the past, compared, enacted, suspended, repealed.
@NullMarked
package org.mingze.duty.drafting;

import org.jspecify.annotations.NullMarked;
