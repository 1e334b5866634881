package org.mingze.access.administration;

import java.util.Optional;
import org.mingze.access.Accounts;
import org.mingze.access.PostsHeld;
import org.springframework.stereotype.Component;

/// 开户检查 — why a person may not have an account of this name, one at a time or from a table.
@Component
class OpeningCheck {
    private final AccountRegister register;
    private final Accounts accounts;
    private final PostsHeld posts;

    OpeningCheck(AccountRegister register, Accounts accounts, PostsHeld posts) {
        this.register = register;
        this.accounts = accounts;
        this.posts = posts;
    }

    Optional<String> fault(int county, String person, String name) {
        if (!name.matches("[a-z][a-z0-9.-]{1,30}")) {
            return Optional.of("写一个账号：小写字母开头，2至31个字母、数字、点或短横。");
        }
        if (accounts.exists(county, name)) {
            return Optional.of("这个账号已有人用。换一个。");
        }
        if (posts.nameOf(county, person).equals(person)) {
            return Optional.of("没有登记这个人。回上一页找到他再开。");
        }
        return register.hasAccount(county, person)
                ? Optional.of("这个人已经有账号。到账号册里找，需要时重置口令。")
                : Optional.empty();
    }
}
