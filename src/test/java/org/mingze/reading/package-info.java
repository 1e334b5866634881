@NullMarked
package org.mingze.reading;

import org.jspecify.annotations.NullMarked;
