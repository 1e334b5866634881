package org.mingze.access;

import java.util.List;

/// 登录页 — the sign-in form and whom a visitor of the sample may be.
///
/// @param word     what is said before anything was typed: 已退出
/// @param fault    what to do about the last attempt, empty for none
/// @param challenge what a passkey must answer, for the name of this site
/// @param counties those to choose from; empty where there is only one
/// @param provider what the identity provider is called; empty where none is configured
public record SignInPage(
        String account,
        String fault,
        String word,
        List<Sample> samples,
        List<Choice> counties,
        String challenge,
        String site,
        String provider) {
    /// 一县 — where there are several, one says which.
    public record Choice(int id, String name, boolean chosen) {}

    public record Sample(String signInName, String name, String post) {}

    public SignInPage {
        samples = List.copyOf(samples);
        counties = List.copyOf(counties);
    }

    /// What follows an address of this page, so that it stays with the county.
    public String within() {
        return counties.stream()
                .filter(Choice::chosen)
                .map(county -> "&county=" + county.id())
                .findFirst()
                .orElse("");
    }

    /// The second step, which has neither samples nor counties.
    public static SignInPage of(String account, String fault) {
        return new SignInPage(account, fault, "", List.of(), List.of(), "", "", "");
    }
}
