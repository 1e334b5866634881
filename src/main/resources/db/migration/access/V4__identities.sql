-- 外部身份: whom the identity provider means by an account. One account, one identity, and the other way round.
CREATE TABLE access.identity (
    county_id    int         NOT NULL,
    sign_in_name text        NOT NULL,
    issuer       text        NOT NULL,
    subject      text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    name         text        NOT NULL,
    bound_at     timestamptz NOT NULL,
    used_at      timestamptz,
    PRIMARY KEY (county_id, sign_in_name),
    UNIQUE (county_id, issuer, subject),
    FOREIGN KEY (county_id, sign_in_name) REFERENCES access.account (county_id, sign_in_name)
);
