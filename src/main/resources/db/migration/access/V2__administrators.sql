-- 三员: what an account is for, whether it may come in yet, and whether its passphrase serves only once.
ALTER TABLE access.account
    ADD COLUMN office          text        NOT NULL DEFAULT '人员'
        CHECK (office IN ('人员', '系统管理员', '安全管理员', '审计管理员')),
    ADD COLUMN name            text        NOT NULL DEFAULT '',
    ADD COLUMN one_time        boolean     NOT NULL DEFAULT false,
    ADD COLUMN released_at     timestamptz,
    ADD COLUMN closed_at       timestamptz,
    ADD COLUMN factor_required boolean     NOT NULL DEFAULT false;

UPDATE access.account SET released_at = created_at;

-- 第二因素: the secret is sealed with the key of the home folder; a step passes once.
CREATE TABLE access.factor (
    county_id    int         NOT NULL,
    sign_in_name text        NOT NULL,
    sealed       bytea       NOT NULL,
    last_step    bigint      NOT NULL,
    enrolled_at  timestamptz NOT NULL,
    PRIMARY KEY (county_id, sign_in_name),
    FOREIGN KEY (county_id, sign_in_name) REFERENCES access.account (county_id, sign_in_name)
);

CREATE TABLE access.recovery (
    county_id    int         NOT NULL,
    sign_in_name text        NOT NULL,
    code_hash    bytea       NOT NULL,
    used_at      timestamptz,
    PRIMARY KEY (county_id, sign_in_name, code_hash),
    FOREIGN KEY (county_id, sign_in_name) REFERENCES access.account (county_id, sign_in_name)
);

-- 登录中: where an account is signed in.
CREATE TABLE access.session (
    county_id    int         NOT NULL,
    session_id   uuid        NOT NULL,
    sign_in_name text        NOT NULL,
    started_at   timestamptz NOT NULL,
    seen_at      timestamptz NOT NULL,
    address      text        NOT NULL,
    agent        text        NOT NULL,
    code_passed  boolean     NOT NULL,
    ended_at     timestamptz,
    PRIMARY KEY (county_id, session_id),
    FOREIGN KEY (county_id, sign_in_name) REFERENCES access.account (county_id, sign_in_name)
);

CREATE INDEX session_of_account ON access.session (county_id, sign_in_name, seen_at DESC);
CREATE INDEX session_by_time ON access.session (county_id, seen_at DESC);

-- 收回的密类: what a post may not read although its body handles it.
CREATE TABLE access.withheld (
    county_id   int         NOT NULL,
    post        text        NOT NULL,
    field_class text        NOT NULL CHECK (field_class IN ('个人', '涉案')),
    reason      text        NOT NULL,
    since       timestamptz NOT NULL,
    PRIMARY KEY (county_id, post, field_class)
);

-- 审计: rows are only ever added. Each holds the digest of the one before it.
CREATE TABLE access.trail (
    county_id   int         NOT NULL,
    number      bigint      NOT NULL CHECK (number > 0),
    at          timestamptz NOT NULL,
    account     text        NOT NULL,
    person      text        NOT NULL,
    post        text        NOT NULL,
    address     text        NOT NULL,
    route       text        NOT NULL,
    act         text        NOT NULL,
    subject     text        NOT NULL,
    field_class text        NOT NULL,
    outcome     text        NOT NULL,
    digest      bytea       NOT NULL,
    PRIMARY KEY (county_id, number)
);

CREATE INDEX trail_of_account ON access.trail (county_id, account, number DESC);

COMMENT ON TABLE access.trail IS 'append only';

CREATE TABLE access.trail_head (
    county_id int    NOT NULL PRIMARY KEY,
    number    bigint NOT NULL,
    digest    bytea  NOT NULL
);
