/// 朴素判定 — the meaning of the language a second time, in nested loops, to check the engine by.
@NullMarked
package org.mingze.duty.naive;

import org.jspecify.annotations.NullMarked;
