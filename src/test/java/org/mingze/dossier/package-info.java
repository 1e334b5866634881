@NullMarked
package org.mingze.dossier;

import org.jspecify.annotations.NullMarked;
