/// 履责页面 — today, duties and institutions: controllers, and pure mappers from verdicts to pages.
@NullMarked
package org.mingze.duty.showing;

import org.jspecify.annotations.NullMarked;
