@NullMarked
package org.mingze.reading.text;

import org.jspecify.annotations.NullMarked;
