-- 存下的视图: a filter of a ledger under a name that its account gave it. A convenience: nothing rests on it.
CREATE SCHEMA IF NOT EXISTS dossier;

CREATE TABLE dossier.saved_view (
    county_id int         NOT NULL,
    account   text        NOT NULL,
    ledger    text        NOT NULL,
    name      text        NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
    query     text        NOT NULL CHECK (length(query) <= 2000),
    saved_at  timestamptz NOT NULL,
    PRIMARY KEY (county_id, account, ledger, name)
);
