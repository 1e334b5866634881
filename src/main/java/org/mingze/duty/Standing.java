package org.mingze.duty;

/// 履责情形 — where an obligation stands on a day, as known at one prefix of the journal.
public enum Standing {
    AHEAD("未到"),
    OPEN("在办"),
    FULFILLED("已履"),
    LATE("迟履"),
    BREACHED("违"),
    WAIVED("免"),
    STAYED("停"),
    REVOKED("撤"),
    NOT_APPLICABLE("不适用"),
    UNPROVEN("缺据"),
    INACTIVE("未启用"),
    CONFLICTED("冲突");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
