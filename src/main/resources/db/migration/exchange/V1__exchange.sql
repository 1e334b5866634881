-- 交换: files handed in to be entered row by row. This is a work surface and not a projection: what
-- was entered stands in the journal; here stands which row became which entry, so that the same row
-- never enters twice, and how far an import has come.
CREATE SCHEMA IF NOT EXISTS exchange;

CREATE TABLE exchange.import (
    county_id   int         NOT NULL,
    import_id   uuid        NOT NULL,
    name        text        NOT NULL,
    body        text        NOT NULL,
    post        text        NOT NULL,
    person      text        NOT NULL,
    uploaded_at timestamptz NOT NULL,
    state       text        NOT NULL,
    mappings    text        NOT NULL DEFAULT '{}',
    seen        int         NOT NULL DEFAULT 0,
    fresh       int         NOT NULL DEFAULT 0,
    unchanged   int         NOT NULL DEFAULT 0,
    faulty      int         NOT NULL DEFAULT 0,
    sentence    text        NOT NULL DEFAULT '',
    PRIMARY KEY (county_id, import_id)
);

CREATE INDEX import_by_day ON exchange.import (county_id, uploaded_at DESC);

-- How the columns under a head were last read in this county.
CREATE TABLE exchange.mapping (
    county_id int         NOT NULL,
    heads     text        NOT NULL,
    mapping   text        NOT NULL,
    used_at   timestamptz NOT NULL,
    PRIMARY KEY (county_id, heads)
);

-- Which row became which entry: kept in the transaction that appends the entry.
CREATE TABLE exchange.entered (
    county_id int    NOT NULL,
    row_key   bytea  NOT NULL,
    number    bigint NOT NULL,
    PRIMARY KEY (county_id, row_key)
);

CREATE TABLE exchange.problem (
    county_id  int  NOT NULL,
    import_id  uuid NOT NULL,
    ordinal    int  NOT NULL,
    sheet      text NOT NULL,
    row_number int  NOT NULL,
    cell       text NOT NULL,
    written    text NOT NULL,
    remedy     text NOT NULL,
    PRIMARY KEY (county_id, import_id, ordinal)
);
