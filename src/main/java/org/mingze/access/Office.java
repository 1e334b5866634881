package org.mingze.access;

import org.mingze.web.Place;

/// 账号职能 — what an account is for: the work of a post, or one of the three administrators.
public enum Office {
    OFFICIAL("人员", "/", Place.TODAY, "你能看到自己岗位的职责、记录和台账。"),
    SYSTEM("系统管理员", "/administration/accounts", Place.ACCOUNTS, "系统管理员能开、关账号和重置口令，看不到业务内容。"),
    SECURITY("安全管理员", "/administration/security", Place.SECURITY, "安全管理员能管第二因素、锁定、登录和密类，看不到业务内容。"),
    AUDIT("审计管理员", "/administration/trail", Place.TRAIL, "审计管理员能查审计，什么都不能改，也看不到业务内容。");

    private final String word;
    private final String home;
    private final Place place;
    private final String canSee;

    Office(String word, String home, Place place, String canSee) {
        this.word = word;
        this.home = home;
        this.place = place;
        this.canSee = canSee;
    }

    public String word() {
        return word;
    }

    /// Where one arrives after signing in.
    public String home() {
        return home;
    }

    public Place place() {
        return place;
    }

    public String canSee() {
        return canSee;
    }

    public boolean administers() {
        return this != OFFICIAL;
    }

    public static Office of(String word) {
        for (Office office : values()) {
            if (office.word.equals(word)) {
                return office;
            }
        }
        throw new IllegalArgumentException("no such office: " + word);
    }
}
