/// 查找 — which records hold some words: two Chinese characters suffice.
@NamedInterface("search")
@NullMarked
package org.mingze.work.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
