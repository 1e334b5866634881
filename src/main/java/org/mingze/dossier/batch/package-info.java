/// 一起办 — several dossiers of a ledger take the same act in one transaction, or none does.
@NullMarked
package org.mingze.dossier.batch;

import org.jspecify.annotations.NullMarked;
