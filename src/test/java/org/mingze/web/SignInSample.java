package org.mingze.web;

import java.util.List;
import org.mingze.access.SignInPage;

/// 登录样张.
final class SignInSample {
    private SignInSample() {}

    static SignInPage again() {
        return new SignInPage(
                "zhouyantian",
                "账号或口令不对。还可以试3次，之后锁定15分钟。",
                "",
                List.of(
                        new SignInPage.Sample("zhouyantian", "周砚田", "青石街道党工委书记"),
                        new SignInPage.Sample("heyunzhong", "何允中", "青石街道纪工委书记"),
                        new SignInPage.Sample("suwangshu", "苏望舒", "南桥社区党委书记")),
                List.of(),
                "",
                "localhost",
                "");
    }
}
