@NullMarked
package org.mingze.dossier.intake;

import org.jspecify.annotations.NullMarked;
