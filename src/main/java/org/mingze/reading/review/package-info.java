/// 定夺 — what a person decided of the finds of a document, and how that wins over the machine.
@NullMarked
package org.mingze.reading.review;

import org.jspecify.annotations.NullMarked;
