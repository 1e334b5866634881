package org.mingze.access;

import java.util.List;

/// 登录页 — the sign-in form and whom a visitor of the sample may be.
///
/// @param word  what is said before anything was typed: 已退出
/// @param fault what to do about the last attempt, empty for none
public record SignInPage(String account, String fault, String word, List<Sample> samples) {
    public record Sample(String signInName, String name, String post) {}

    public SignInPage {
        samples = List.copyOf(samples);
    }
}
