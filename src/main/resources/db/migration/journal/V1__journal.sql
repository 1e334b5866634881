-- Global: which counties there are.
CREATE TABLE journal.county (
    county_id  int         NOT NULL PRIMARY KEY,
    name       text        NOT NULL UNIQUE,
    created_at timestamptz NOT NULL
);

-- One row a county, locked for every append. The frontier is what appending to the tree needs.
CREATE TABLE journal.head (
    county_id        int    NOT NULL PRIMARY KEY REFERENCES journal.county (county_id),
    size             bigint NOT NULL,
    frontier         bytea  NOT NULL,
    last_recorded_at timestamptz
);

-- The line is the leaf's bytes; the root is that of the tree after it.
CREATE TABLE journal.entry (
    county_id int    NOT NULL REFERENCES journal.county (county_id),
    entry_id  uuid   NOT NULL,
    number    bigint NOT NULL CHECK (number > 0),
    line      text   NOT NULL,
    root      bytea  NOT NULL,
    PRIMARY KEY (county_id, entry_id),
    UNIQUE (county_id, number)
);

-- The only rows of the journal that can be deleted, by the erasing role.
CREATE TABLE journal.classed (
    county_id int    NOT NULL,
    number    bigint NOT NULL,
    field     text   NOT NULL,
    salt      text   NOT NULL,
    value     text   NOT NULL,
    PRIMARY KEY (county_id, number, field),
    FOREIGN KEY (county_id, number) REFERENCES journal.entry (county_id, number)
);

GRANT USAGE ON SCHEMA journal TO mingze_app, mingze_eraser;
GRANT SELECT, INSERT ON journal.county, journal.head, journal.entry, journal.classed TO mingze_app;
GRANT UPDATE ON journal.head TO mingze_app;
GRANT SELECT, DELETE ON journal.classed TO mingze_eraser;
