package org.mingze.sample;

/// 条 — the duties that the planted faults offend.
enum Rule {
    SEMINAR("party.centre.group", "中心组.季"),
    TOPIC_HALF_YEAR("party.study.discipline", "专题.半年"),
    TOPIC_QUARTER("party.study.discipline", "专题.季"),
    FIRST_ITEM("party.first.item", "第一议题"),
    HEAD_LAST("decision.head.last", "末位"),
    MAJORITY("decision.major", "议决.多数"),
    MEETING_FIRST("decision.major", "先议后签"),
    CLOSURE("rectification.ledger", "销号"),
    VERIFIED_BY_OTHER("rectification.ledger", "他人验收"),
    LOOK_AGAIN("rectification.ledger", "回头看"),
    ACCEPTANCE("petition.handling", "受理"),
    ANSWER("petition.handling", "办结"),
    TALK("party.talks", "谈话.覆盖");

    private final String institution;
    private final String duty;

    Rule(String institution, String duty) {
        this.institution = institution;
        this.duty = duty;
    }

    String institution() {
        return institution;
    }

    String duty() {
        return duty;
    }
}
