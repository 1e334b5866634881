/// 英文 — the pages in English: what the tool says is translated, what the institution says is not.
@NullMarked
package org.mingze.web.english;

import org.jspecify.annotations.NullMarked;
