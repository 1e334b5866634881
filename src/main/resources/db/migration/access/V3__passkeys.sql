-- 通行密钥: what a device made for an account. Only the public half is here.
CREATE TABLE access.passkey (
    county_id       int         NOT NULL,
    passkey_id      uuid        NOT NULL,
    sign_in_name    text        NOT NULL,
    credential      bytea       NOT NULL,
    site            text        NOT NULL,
    attested        bytea       NOT NULL,
    uses            bigint      NOT NULL,
    backup_eligible boolean     NOT NULL,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    made_at         timestamptz NOT NULL,
    used_at         timestamptz,
    PRIMARY KEY (county_id, passkey_id),
    UNIQUE (county_id, credential),
    FOREIGN KEY (county_id, sign_in_name) REFERENCES access.account (county_id, sign_in_name)
);

CREATE INDEX passkey_of_account ON access.passkey (county_id, sign_in_name);
