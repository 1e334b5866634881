package org.mingze.access.administration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// 请求的说法 — what was asked for, by the page that the address belongs to.
final class RouteWords {
    private static final Map<String, String> PAGES =
            Map.ofEntries(
                    Map.entry("/account", "我的账号"),
                    Map.entry("/account/factor", "我的第二因素"),
                    Map.entry("/account/passkeys", "我的通行密钥"),
                    Map.entry("/account/password", "我的口令"),
                    Map.entry("/acting-post", "换岗位"),
                    Map.entry("/administration/accounts", "账号"),
                    Map.entry("/administration/security", "安全"),
                    Map.entry("/administration/security/classes", "密类"),
                    Map.entry("/administration/trail", "审计"),
                    Map.entry("/archives", "归档"),
                    Map.entry("/assessments", "考核"),
                    Map.entry("/calendar", "日历"),
                    Map.entry("/dossiers", "案卷"),
                    Map.entry("/drafts", "制度草稿"),
                    Map.entry("/duties", "职责"),
                    Map.entry("/duty-lists", "责任清单"),
                    Map.entry("/holidays", "节假日"),
                    Map.entry("/imports", "导入"),
                    Map.entry("/institutions", "制度"),
                    Map.entry("/ledgers", "台账"),
                    Map.entry("/meetings", "议事"),
                    Map.entry("/organization", "机构"),
                    Map.entry("/organization/acts", "机构变动"),
                    Map.entry("/organization/handovers", "移交"),
                    Map.entry("/overview", "驾驶舱"),
                    Map.entry("/packets", "检查包"),
                    Map.entry("/petitions", "来件登记"),
                    Map.entry("/readings", "审读"),
                    Map.entry("/records", "记录"),
                    Map.entry("/reminders", "到期提醒"),
                    Map.entry("/reports", "述职报告"),
                    Map.entry("/search", "查找"),
                    Map.entry("/sign-in", "登录"),
                    Map.entry("/sign-in/code", "动态码"),
                    Map.entry("/sign-out", "退出"),
                    Map.entry("/supervision", "督查"),
                    Map.entry("/supervision/talks", "谈话"));
    private static final List<String> LONGEST_FIRST =
            PAGES.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();

    private RouteWords() {}

    /// `GET /records/{number}` is 打开记录; an address of no page stays as it is.
    static String of(String route) {
        String[] parts = route.split(" ", 2);
        String page = parts.length == 2 ? page(parts[1]) : "";
        return page.isEmpty() ? route : (parts[0].equals("GET") ? "打开" : "提交") + page;
    }

    /// The page of an address; empty for none.
    static String page(String address) {
        return address.equals("/")
                ? "今日"
                : LONGEST_FIRST.stream()
                        .filter(start -> address.matches(start + "([/?.].*)?"))
                        .findFirst()
                        .map(PAGES::get)
                        .orElse("");
    }
}
