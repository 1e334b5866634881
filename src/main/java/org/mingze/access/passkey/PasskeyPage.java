package org.mingze.access.passkey;

import org.mingze.web.Field;

/// 加钥页 — the form that asks the device for a new key.
///
/// @param known credentials that the account has, between blanks
public record PasskeyPage(
        String challenge,
        String site,
        String issuer,
        String user,
        String account,
        String known,
        Field passphrase,
        Field name) {
    public boolean hasFault() {
        return passphrase.hasFault() || name.hasFault();
    }
}
