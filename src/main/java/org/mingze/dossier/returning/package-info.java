/// 退回的 — what was sent back, and what others changed, is shown to whoever it concerns.
@NullMarked
package org.mingze.dossier.returning;

import org.jspecify.annotations.NullMarked;
