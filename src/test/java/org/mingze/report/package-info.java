/// 述职材料之验 — what a duty report must say, tried over small journals.
@NullMarked
package org.mingze.report;

import org.jspecify.annotations.NullMarked;
