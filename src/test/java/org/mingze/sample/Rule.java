package org.mingze.sample;

/// 条 — the duties that the planted faults offend.
enum Rule {
    SEMINAR("party.centre.group", "中心组.季"),
    TOPIC_HALF_YEAR("party.study.discipline", "专题.半年"),
    TOPIC_QUARTER("qingshi.study.discipline", "专题.季"),
    FIRST_ITEM("party.first.item", "议题.第一"),
    HEAD_LAST("party.meeting.rules", "表态.末位"),
    GOVERNMENT_HEAD_LAST("decision.head.last", "政府.末位"),
    MAJORITY("party.meeting.rules", "议决.过半"),
    MEETING_FIRST("decision.major", "先议.后签"),
    CLOSED_LOOP("rectification.ledger", "问题.闭环"),
    VERIFIED_BY_OTHER("rectification.ledger", "验收.他人"),
    CLOSED_BY_OTHER("rectification.ledger", "销号.他人"),
    LOOK_AGAIN("rectification.ledger", "销号.回头看"),
    ACCEPTANCE("petition.handling", "信访.受理"),
    ANSWER("petition.handling", "信访.办结"),
    TALK("party.talks.heads", "谈话.覆盖"),
    SIGNED_FOR("assignment.handling", "交办.签收"),
    BRANCH_STUDY("party.score", "量化.研究"),
    CONTACT_POINT("party.score", "量化.联系点"),
    COUNTY_CHECK("party.score", "量化.县考"),
    ROUND("discipline.round", "轮查.周"),
    PUT_RIGHT("discipline.graded.interview", "不合格.整改"),
    INTERVIEW("discipline.graded.interview", "逐级约谈"),
    RETURN_VISIT("discipline.graded.interview", "约谈.回访"),
    FINISHED("project.dispatch", "竣工.按期"),
    PLANNED_FIRST("project.stages", "先后.开工");

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
