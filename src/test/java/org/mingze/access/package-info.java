@NullMarked
package org.mingze.access;

import org.jspecify.annotations.NullMarked;
