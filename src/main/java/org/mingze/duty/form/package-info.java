/// 判责 — how each form of duty raises obligations and judges them.
@NullMarked
package org.mingze.duty.form;

import org.jspecify.annotations.NullMarked;
