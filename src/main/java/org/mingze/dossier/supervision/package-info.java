/// 督查 — the board of rectification, inspections by rota and by lot.
@NullMarked
package org.mingze.dossier.supervision;

import org.jspecify.annotations.NullMarked;
