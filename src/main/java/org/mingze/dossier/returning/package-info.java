/// 退回的 — what was sent back is shown to whoever must act next.
@NullMarked
package org.mingze.dossier.returning;

import org.jspecify.annotations.NullMarked;
