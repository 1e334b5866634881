-- 定夺: what a person decided of each find of a document. Rows are only added; the latest of a find
-- that was not taken back holds, whatever a later version of the reader finds. Which document it is,
-- its digest says, so that the same document handed in again is found decided.
CREATE TABLE reading.decision (
    county_id    int         NOT NULL,
    decision_id  uuid        NOT NULL,
    body         text        NOT NULL,
    digest       text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    act          text        NOT NULL,
    kind         text        NOT NULL,
    found_from   int         NOT NULL,
    found_to     int         NOT NULL,
    found_names  text[]      NOT NULL,
    found_words  text[]      NOT NULL,
    result_from  int         NOT NULL,
    result_to    int         NOT NULL,
    result_names text[]      NOT NULL,
    result_words text[]      NOT NULL,
    decided_by   text        NOT NULL,
    decided_at   timestamptz NOT NULL,
    reader       text        NOT NULL,
    PRIMARY KEY (county_id, decision_id)
);

CREATE INDEX decision_by_document ON reading.decision (county_id, body, digest, decided_at);

-- What was rejected before was remembered with the document, by its place alone.
INSERT INTO reading.decision
SELECT county_id, gen_random_uuid(), body, digest, 'REJECTED', 'PROBLEM',
    place, place + 1, '{}', '{}', place, place + 1, '{}', '{}', uploaded_by, uploaded_at, ''
FROM reading.reading, unnest(rejected) AS place;

ALTER TABLE reading.reading DROP COLUMN rejected;
