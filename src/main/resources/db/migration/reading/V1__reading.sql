-- 审读: documents handed in to be read. This is a work surface and not a projection: the journal
-- cannot rebuild it and never needs it. What is confirmed here becomes entries of the journal, and
-- whether it has been confirmed is asked of the journal; what is rejected is remembered only here.
CREATE SCHEMA IF NOT EXISTS reading;

CREATE TABLE reading.reading (
    county_id   int         NOT NULL,
    reading_id  uuid        NOT NULL,
    name        text        NOT NULL,
    digest      text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    text        text        NOT NULL,
    body        text        NOT NULL,
    uploaded_by text        NOT NULL,
    uploaded_at timestamptz NOT NULL,
    rejected    int[]       NOT NULL DEFAULT '{}',
    PRIMARY KEY (county_id, reading_id)
);

CREATE INDEX reading_by_day ON reading.reading (county_id, uploaded_at DESC);
CREATE INDEX reading_by_digest ON reading.reading (county_id, body, digest);
