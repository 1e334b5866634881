/// 打印 — verdicts, certificates and simulations as lines for a terminal and as JSON for scripts.
@NullMarked
package org.mingze.command.printing;

import org.jspecify.annotations.NullMarked;
