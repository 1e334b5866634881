/// 谈话登记 — reminders, interviews and admonitions, who may decide them, and the steps owed now.
@NullMarked
package org.mingze.dossier.talks;

import org.jspecify.annotations.NullMarked;
