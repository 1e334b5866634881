/// 履责页面 — today, duties and institutions: controllers, and pure mappers from verdicts to pages.
@NamedInterface("showing")
@NullMarked
package org.mingze.duty.showing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
