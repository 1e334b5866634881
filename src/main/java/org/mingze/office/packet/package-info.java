/// 检查包 — the records, evidence, verdicts and proofs of a body and a period in one file that opens
/// anywhere; and the archive of a year.
@NullMarked
package org.mingze.office.packet;

import org.jspecify.annotations.NullMarked;
