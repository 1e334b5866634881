package org.mingze.access.external;

import java.io.Serializable;

/// 外部身份 — whom the provider recognised.
///
/// @param name    what the provider calls the person
/// @param account what the claim that names accounts said, empty where none is configured
/// @param strong  whether the provider asked for a second factor, as the configuration counts it
record Identity(String issuer, String subject, String name, String account, boolean strong)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
