/// 提醒 — what falls due soon is told once: on the page of today, by e-mail, to a web address.
@NullMarked
package org.mingze.office.reminding;

import org.jspecify.annotations.NullMarked;
