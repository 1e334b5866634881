package org.mingze.web;

/// 去处 — the places of the main navigation, in order.
public enum Place {
    TODAY("今日", "/", Icon.TODAY, "t"),
    SEARCH("查找", "/search", Icon.SEARCH, "f"),
    CALENDAR("日历", "/calendar", Icon.CALENDAR, "c"),
    DUTIES("职责", "/duties", Icon.DUTY, "d"),
    RECTIFICATIONS("整改台账", "/ledgers/rectification", Icon.LEDGER, "l"),
    MEETINGS("议事", "/meetings", Icon.MEETING, "m"),
    ASSIGNMENTS("交办", "/ledgers/assignments", Icon.SEND, "j"),
    SUPERVISION("督查", "/supervision", Icon.EYE, "u"),
    PETITIONS("信访", "/ledgers/petitions", Icon.LETTER, "p"),
    REPORTS("述职报告", "/reports", Icon.REPORT, "r"),
    READINGS("审读", "/readings", Icon.READING, "s"),
    OVERVIEW("驾驶舱", "/overview", Icon.GRID, "v"),
    ASSESSMENTS("考核", "/assessments", Icon.CHECK, "k"),
    INSTITUTIONS("制度", "/institutions", Icon.BOOK, "z"),
    ORGANIZATION("机构", "/organization", Icon.TREE, "o"),
    INSPECTION("检查和归档", "/packets", Icon.CLIP, "i"),
    ENTRY("记一笔", "/records/new", Icon.PLUS, "n"),
    MORE("更多", "/more", Icon.MORE, ""),
    ACCOUNTS("账号", "/administration/accounts", Icon.TREE, ""),
    SECURITY("安全", "/administration/security", Icon.LOCK, ""),
    TRAIL("审计", "/administration/trail", Icon.LEDGER, ""),
    OWN_ACCOUNT("我的账号", "/account", Icon.LOCK, ""),
    ELSEWHERE("", "", Icon.MORE, "");

    private final String label;
    private final String href;
    private final Icon icon;
    private final String key;

    Place(String label, String href, Icon icon, String key) {
        this.label = label;
        this.href = href;
        this.icon = icon;
        this.key = key;
    }

    public String label() {
        return label;
    }

    public String href() {
        return href;
    }

    public Icon icon() {
        return icon;
    }

    /// The key that follows `g` on the keyboard; empty for none.
    public String key() {
        return key;
    }
}
