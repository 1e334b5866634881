/// 排版 — a manuscript becomes .docx, or pages of placed words that PDF and OFD draw alike.
@NamedInterface("paper")
@NullMarked
package org.mingze.report.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
