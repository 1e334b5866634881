@NullMarked
package org.mingze.web;

import org.jspecify.annotations.NullMarked;
