/// 写法 — how expressions are written: signs, grammar, and what is wrong with a text.
@NullMarked
package org.mingze.institution.expression.syntax;

import org.jspecify.annotations.NullMarked;
