/// 换算 — from the rows of a sheet to drafts of entries, or to what is to be mended; pure.
@NullMarked
package org.mingze.exchange.conversion;

import org.jspecify.annotations.NullMarked;
