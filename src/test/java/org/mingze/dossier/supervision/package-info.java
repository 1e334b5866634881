@NullMarked
package org.mingze.dossier.supervision;

import org.jspecify.annotations.NullMarked;
