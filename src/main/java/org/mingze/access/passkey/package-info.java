/// 通行密钥 — signing in with what a device keeps, instead of passphrase and code.
@NullMarked
package org.mingze.access.passkey;

import org.jspecify.annotations.NullMarked;
