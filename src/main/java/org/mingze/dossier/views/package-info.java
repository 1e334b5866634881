/// 存下的视图 — filters of a ledger that an account keeps under names of its own.
@NullMarked
package org.mingze.dossier.views;

import org.jspecify.annotations.NullMarked;
