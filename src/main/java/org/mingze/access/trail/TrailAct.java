package org.mingze.access.trail;

import java.util.Arrays;
import java.util.List;

/// 审计动作 — what the trail tells of, by the word of each line, and by which address it is asked for.
public enum TrailAct {
    SIGN_IN("登录", ""),
    SIGN_OUT("退出", ""),
    CODE("动态码", ""),
    VISIT("访问", ""),
    SUBMISSION("提交", ""),
    CLASSED_READ("读密类", ""),
    OPENING("开账号", "/administration/accounts(/table/entries)?"),
    RESET("重置口令", "/administration/accounts/[^/]+/reset"),
    CLOSURE("关闭账号", "/administration/accounts/[^/]+/close"),
    CHANGE("改账号", ""),
    RELEASE("启用账号", "/administration/security/accounts/[^/]+/release"),
    SUSPENSION("停用账号", "/administration/security/accounts/[^/]+/suspend"),
    REQUIREMENT("要求第二因素", "/administration/security/accounts/[^/]+/require"),
    WAIVER("不再要求第二因素", "/administration/security/accounts/[^/]+/waive"),
    DROP("解除第二因素", "/administration/security/accounts/[^/]+/drop"),
    ENROLMENT("绑定第二因素", "/account/factor"),
    RECOVERY("换恢复码", "/account/recovery"),
    PASSKEY("加通行密钥", "/account/passkeys"),
    PASSKEY_REMOVAL("删通行密钥", "/account/passkeys/[^/]+/removal"),
    BINDING("绑定外部认证", "/account/external/binding"),
    UNBINDING("解除外部认证", "/account/external/removal|/administration/security/accounts/[^/]+/unbind"),
    UNLOCKING("解锁", "/administration/security/unlock"),
    ENDING("结束登录", "(/account|/administration/security)/sessions/[^/]+/end"),
    PASSPHRASE("改口令", "/account/password"),
    WITHHOLDING("收回密类", "/administration/security/classes"),
    RETURN("还给密类", "/administration/security/classes/return"),
    LIMIT("限次", "");

    private final String word;
    private final String address;

    TrailAct(String word, String address) {
        this.word = word;
        this.address = address;
    }

    public String word() {
        return word;
    }

    /// The words of all, in the order of a menu.
    public static List<String> words() {
        return Arrays.stream(values()).map(TrailAct::word).toList();
    }

    /// What a request asked for.
    static TrailAct asked(String method, String address) {
        return method.equals("GET")
                ? VISIT
                : Arrays.stream(values())
                        .filter(act -> address.matches(act.address))
                        .findFirst()
                        .orElse(SUBMISSION);
    }
}
