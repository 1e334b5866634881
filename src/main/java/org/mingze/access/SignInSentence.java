package org.mingze.access;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// 登录用语 — what is said about an attempt; it never tells whether the account exists.
public final class SignInSentence {
    static final ZoneId CIVIL = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    private SignInSentence() {}

    /// What is said about a code of the second factor, to somebody whose passphrase was right.
    ///
    /// @param spent whether it is a recovery code that passed already
    public static String ofCode(SignInOutcome outcome, boolean spent) {
        return switch (outcome) {
            case SignInOutcome.Admitted _ -> "";
            case SignInOutcome.Wrong wrong when spent ->
                    "这个恢复码已用过，每个只能用一次。换一个没有用过的，或填动态码，还可以试" + wrong.left() + "次。";
            case SignInOutcome.Wrong wrong -> "动态码不对，或已经用过。等下一个再填，还可以试" + wrong.left() + "次。";
            case SignInOutcome.Locked _ -> of(outcome);
        };
    }

    public static String of(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.Admitted _ -> "";
            case SignInOutcome.Wrong wrong ->
                    "账号或口令不对。还可以试" + wrong.left() + "次，之后锁定" + Lockout.LASTS.toMinutes() + "分钟。";
            case SignInOutcome.Locked locked ->
                    "连续"
                            + Lockout.MOST
                            + "次不对，这个账号锁定到"
                            + CLOCK.format(locked.until().atZone(CIVIL))
                            + "。到时再试，或找县里的安全管理员解锁。";
        };
    }
}
