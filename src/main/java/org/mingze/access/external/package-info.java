/// 外部认证 — signing in with what an OpenID Connect provider says, where one is configured.
@NullMarked
package org.mingze.access.external;

import org.jspecify.annotations.NullMarked;
