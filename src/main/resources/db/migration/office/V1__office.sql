-- 提醒: how many working days ahead, where to, and what was sent.
CREATE TABLE office.reminder_rule (
    county_id    int         NOT NULL,
    working_days int         NOT NULL CHECK (working_days BETWEEN 0 AND 60),
    basis        text        NOT NULL,
    post         text        NOT NULL,
    since        timestamptz NOT NULL,
    PRIMARY KEY (county_id)
);

CREATE TABLE office.reminder_address (
    county_id int         NOT NULL,
    post      text        NOT NULL,
    person    text        NOT NULL,
    mail      text        NOT NULL,
    since     timestamptz NOT NULL,
    PRIMARY KEY (county_id, post)
);

CREATE TABLE office.reminder (
    county_id  int         NOT NULL,
    channel    text        NOT NULL,
    digest     text        NOT NULL,
    post       text        NOT NULL,
    words      text        NOT NULL,
    due        date        NOT NULL,
    state      text        NOT NULL,
    attempts   int         NOT NULL,
    next_at    timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    fault      text        NOT NULL,
    PRIMARY KEY (county_id, channel, digest)
);

CREATE INDEX reminder_by_change ON office.reminder (county_id, changed_at DESC);

-- 检查包: what was ordered, how far it is, and the file when it is made.
CREATE TABLE office.packet (
    county_id  int         NOT NULL,
    id         uuid        NOT NULL,
    kind       text        NOT NULL,
    post       text        NOT NULL,
    person     text        NOT NULL,
    body       text        NOT NULL,
    from_day   date        NOT NULL,
    to_day     date        NOT NULL,
    masked     boolean     NOT NULL,
    state      text        NOT NULL,
    done       int         NOT NULL,
    whole      int         NOT NULL,
    fault      text        NOT NULL,
    ordered_at timestamptz NOT NULL,
    PRIMARY KEY (county_id, id)
);

CREATE INDEX packet_by_order ON office.packet (county_id, ordered_at DESC);
