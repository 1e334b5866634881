/// 限次 — how often one network address may try what needs no sign-in.
@NullMarked
package org.mingze.access.limit;

import org.jspecify.annotations.NullMarked;
