-- 上报汇总: to which superior a county shows its sums, and the sums themselves, written when its overview is counted.
-- Sums of duties only: no record, no person, no value of a field. What a superior may read of a county is all here.
CREATE TABLE assessment.showing (
    county_id int    NOT NULL,
    superior  int    NOT NULL,
    since     date   NOT NULL,
    entry     bigint NOT NULL,
    PRIMARY KEY (county_id, superior)
);

-- when it was counted, and the place in the county's journal that the sums stand on
CREATE TABLE assessment.shown_count (
    county_id         int         NOT NULL,
    day               date        NOT NULL,
    counted_at        timestamptz NOT NULL,
    first_entry       bigint      NOT NULL,
    last_entry        bigint      NOT NULL,
    root              text        NOT NULL,
    problems_open     bigint      NOT NULL,
    problems_closed   bigint      NOT NULL,
    problems_relapsed bigint      NOT NULL,
    PRIMARY KEY (county_id)
);

-- by month, level of the bodies and group of duties; records entered and entered late stand under the group ''
CREATE TABLE assessment.shown_sum (
    county_id    int    NOT NULL,
    month        date   NOT NULL,
    level        text   NOT NULL,
    duty_group   text   NOT NULL,
    due          bigint NOT NULL,
    kept         bigint NOT NULL,
    late         bigint NOT NULL,
    breached     bigint NOT NULL,
    unproven     bigint NOT NULL,
    records      bigint NOT NULL,
    entered      bigint NOT NULL,
    entered_late bigint NOT NULL,
    PRIMARY KEY (county_id, month, level, duty_group)
);

-- The superior reads what is shown to it and changes nothing; each county's own policy is added as to every table.
CREATE POLICY superior ON assessment.showing FOR SELECT USING (
    superior = (SELECT CASE WHEN current_setting('mingze.county', true) ~ '^[0-9]+$'
        THEN current_setting('mingze.county', true)::int END));

CREATE POLICY superior ON assessment.shown_count FOR SELECT USING (
    county_id IN (SELECT s.county_id FROM assessment.showing s
        WHERE s.superior = (SELECT CASE WHEN current_setting('mingze.county', true) ~ '^[0-9]+$'
            THEN current_setting('mingze.county', true)::int END)));

CREATE POLICY superior ON assessment.shown_sum FOR SELECT USING (
    county_id IN (SELECT s.county_id FROM assessment.showing s
        WHERE s.superior = (SELECT CASE WHEN current_setting('mingze.county', true) ~ '^[0-9]+$'
            THEN current_setting('mingze.county', true)::int END)));
