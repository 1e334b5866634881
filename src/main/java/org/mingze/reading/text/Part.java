package org.mingze.reading.text;

/// 组成部分 — what stands under a heading.
sealed interface Part permits Section, Passage {}
