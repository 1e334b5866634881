-- 草案: texts of institutions being written. A work surface: the journal holds what is enacted.
CREATE TABLE duty.draft (
    county_id int         NOT NULL,
    draft_id  uuid        NOT NULL,
    text      text        NOT NULL CHECK (length(text) <= 400000),
    person    text        NOT NULL,
    saved_at  timestamptz NOT NULL,
    PRIMARY KEY (county_id, draft_id)
);

CREATE INDEX draft_by_time ON duty.draft (county_id, saved_at);
