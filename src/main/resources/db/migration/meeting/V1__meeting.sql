-- 议事: meetings that are being prepared or held. This is a work surface and not a projection: what a
-- meeting came to stands in the journal; here stands what was typed before it closed, so that
-- nothing is lost with a tab or a session.
CREATE SCHEMA IF NOT EXISTS meeting;

CREATE TABLE meeting.sheet (
    county_id  int         NOT NULL,
    meeting_id uuid        NOT NULL,
    body       text        NOT NULL,
    held_on    date        NOT NULL,
    post       text        NOT NULL,
    person     text        NOT NULL,
    changed_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 1,
    content    text        NOT NULL,
    minutes    text        NOT NULL DEFAULT '',
    number     bigint,
    PRIMARY KEY (county_id, meeting_id)
);

CREATE INDEX sheet_by_day ON meeting.sheet (county_id, held_on DESC, changed_at DESC);
