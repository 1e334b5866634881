/// 送出 — templates as views, static files, limits, headers and error pages.
@NullMarked
package org.mingze.web.serving;

import org.jspecify.annotations.NullMarked;
