-- 权限: accounts of people, and what was tried at each sign-in name.
CREATE TABLE access.account (
    county_id     int         NOT NULL,
    person        text        NOT NULL,
    sign_in_name  text        NOT NULL CHECK (length(sign_in_name) BETWEEN 1 AND 64),
    password_hash text        NOT NULL,
    created_at    timestamptz NOT NULL,
    PRIMARY KEY (county_id, person),
    UNIQUE (county_id, sign_in_name)
);

-- counted by name, not by account: a name that has no account locks in the same way
CREATE TABLE access.attempt (
    county_id    int         NOT NULL,
    sign_in_name text        NOT NULL,
    failures     int         NOT NULL,
    locked_until timestamptz,
    last_at      timestamptz NOT NULL,
    PRIMARY KEY (county_id, sign_in_name)
);
