/// 登录中 — where accounts are signed in; listed and ended.
@NullMarked
package org.mingze.access.session;

import org.jspecify.annotations.NullMarked;
