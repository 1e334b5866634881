/// 登记来件 — a petition taken in, with its limits counted from the day before it is saved.
@NullMarked
package org.mingze.dossier.intake;

import org.jspecify.annotations.NullMarked;
