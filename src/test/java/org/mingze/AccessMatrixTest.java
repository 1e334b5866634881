package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.access.Office;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route that the application has, asked as everybody. What each is answered is the committed
/// table; a route that is not in it fails, and so does a cell that changed. Beside the table stand
/// rules that no drawing of it can loosen.
@DisplayName("权限矩阵：每个地址，每种身份")
class AccessMatrixTest {
    private static final Path TABLE = Path.of("docs", "access-matrix.md");

    /// 身份 — who asks.
    private enum Role {
        OUT("未登录"),
        CLERK("科员"),
        HEAD("街道书记"),
        LEADER("县委书记"),
        SYSTEM("系统管理员"),
        SECURITY("安全管理员"),
        AUDIT("审计管理员");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        boolean administers() {
            return this == SYSTEM || this == SECURITY || this == AUDIT;
        }
    }

    /// One address of a route: what was put in the places of its variables.
    private record Asked(String method, String pattern, String path, String whose) {
        String row() {
            return "| `" + method + " " + pattern.replace("|", "\\|") + "` | " + whose + " |";
        }
    }

    private final RunningMingze mingze = RunningMingze.shared();
    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
    private final List<String> faults = new ArrayList<>();

    private void signIn() {
        visitors.put(Role.OUT, Visitor.anonymous(mingze.address()));
        visitors.put(Role.CLERK, official("p026"));
        visitors.put(Role.HEAD, official("p019"));
        visitors.put(Role.LEADER, official("p001"));
        visitors.put(Role.SYSTEM, mingze.administrator(Office.SYSTEM));
        visitors.put(Role.SECURITY, mingze.administrator(Office.SECURITY));
        visitors.put(Role.AUDIT, mingze.administrator(Office.AUDIT));
    }

    private Visitor official(String account) {
        Visitor visitor = Visitor.anonymous(mingze.address());
        assertThat(visitor.signIn(account, mingze.passphrase()).path()).doesNotContain("sign-in");
        return visitor;
    }

    @Test
    @DisplayName("每一格是开放、拒绝并说明、没有或填错，从不出错；与提交的表一样，新地址要先写进表")
    void matrix() throws IOException {
        signIn();
        List<String> rows = new ArrayList<>();
        rows.add("| 地址 | 谁的 | 未登录 | 科员 | 街道书记 | 县委书记 | 系统管理员 | 安全管理员 | 审计管理员 |");
        rows.add("|---|---|---|---|---|---|---|---|---|");
        for (Asked asked : everything()) {
            StringBuilder row = new StringBuilder(asked.row());
            for (Role role : Role.values()) {
                row.append(' ').append(answer(asked, role)).append(" |");
            }
            rows.add(row.toString());
        }
        assertThat(faults).isEmpty();
        List<String> text = new ArrayList<>();
        text.add("# 权限矩阵");
        text.add("");
        text.add(
                "每个地址以每种身份问一遍的回答：开（打开或办成）、门（先登录）、拒（403，说明看得到什么、找谁）、"
                        + "无（404，没有这一件）、填（缺内容，没有入账）。科员和街道书记在青石街道。由 AccessMatrixTest 画出并核对。");
        text.add("");
        text.addAll(rows);
        if (Boolean.getBoolean("mingze.draw")) {
            Files.write(TABLE, text);
        }
        assertThat(text)
                .as("矩阵变了：逐格看过，再加 -Dmingze.draw=true 重画 " + TABLE)
                .isEqualTo(Files.readAllLines(TABLE));
    }

    @Test
    @DisplayName("每个POST没有本页的令牌都不办，谁来都一样")
    void tokens() {
        signIn();
        for (Asked asked : everything()) {
            if (!asked.method().equals("POST")) {
                continue;
            }
            for (Role role : Role.values()) {
                int status =
                        visitors.get(role)
                                .postWithoutToken(asked.path(), new Visitor.Answers())
                                .status();
                if (status != 403) {
                    faults.add(asked.pattern() + " " + role.word + " " + status);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private String answer(Asked asked, Role role) {
        Visitor visitor = visitors.get(role);
        if (asked.pattern().equals("/sign-out")) {
            return "开";
        }
        Visitor.Page page =
                asked.method().equals("GET")
                        ? visitor.get(asked.path())
                        : visitor.post(asked.path(), new Visitor.Answers());
        String place = asked.method() + " " + asked.pattern() + " " + role.word;
        headers(page, place);
        String word = word(page, asked, place);
        boolean content = !isOpen(asked.pattern()) && !isOwn(asked.pattern());
        if (role == Role.OUT && !isOpen(asked.pattern()) && !word.equals("门")) {
            faults.add(place + "：没有登录也答了" + word);
        }
        if (role.administers()
                && content
                && !asked.pattern().equals("/")
                && !asked.pattern().startsWith("/administration")
                && !word.equals("拒")) {
            faults.add(place + "：管理员看到了业务内容");
        }
        if (!role.administers()
                && role != Role.OUT
                && asked.pattern().startsWith("/administration/")
                && !word.equals("拒")) {
            faults.add(place + "：不是管理员也答了" + word);
        }
        return word;
    }

    private String word(Visitor.Page page, Asked asked, String place) {
        if (page.path().equals("/sign-in") && !asked.pattern().equals("/sign-in")) {
            return "门";
        }
        return switch (page.status()) {
            case 200, 201, 204 -> "开";
            case 400, 405, 413, 415, 422 -> {
                said(page, place);
                yield "填";
            }
            case 403 -> {
                said(page, place);
                if (!page.text("main").contains("你现在是：") && !page.path().isEmpty()) {
                    faults.add(place + "：拒绝没有说以什么身份");
                }
                yield "拒";
            }
            case 404 -> {
                said(page, place);
                yield "无";
            }
            default -> {
                faults.add(place + "：" + page.status());
                yield String.valueOf(page.status());
            }
        };
    }

    private void said(Visitor.Page page, String place) {
        if (page.text("h1").isEmpty() && page.text("h2").isEmpty()) {
            faults.add(place + "：" + page.status() + "没有说为什么");
        }
    }

    private void headers(Visitor.Page page, String place) {
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        if (!policy.startsWith("default-src 'none'") || policy.contains("unsafe")) {
            faults.add(place + "：内容策略是" + policy);
        }
        for (Map.Entry<String, String> header :
                Map.of(
                                "X-Content-Type-Options", "nosniff",
                                "Referrer-Policy", "same-origin",
                                "X-Frame-Options", "DENY",
                                "Cross-Origin-Opener-Policy", "same-origin")
                        .entrySet()) {
            String sent = page.headers().firstValue(header.getKey()).orElse("");
            if (!sent.equals(header.getValue())) {
                faults.add(place + "：" + header.getKey() + "是“" + sent + "”");
            }
        }
    }

    private static boolean isOpen(String pattern) {
        return pattern.startsWith("/assets/")
                || pattern.equals("/sign-in")
                || pattern.equals("/sign-in/passkey")
                || pattern.equals("/sign-in/external")
                || pattern.equals("/sign-in/returned")
                || pattern.equals("/appearance")
                || pattern.equals("/error")
                || pattern.startsWith("/calendar/feed/{")
                || pattern.equals("/sign-out");
    }

    private static boolean isOwn(String pattern) {
        return pattern.startsWith("/account")
                || pattern.equals("/sign-in/code")
                || pattern.equals("/administration");
    }

    /// Every route of the application, in the order of their patterns.
    private List<Asked> everything() {
        List<Asked> all = new ArrayList<>();
        Map<String, TreeSet<String>> routes = new TreeMap<>();
        mingze.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach(
                        (mapping, _) -> {
                            TreeSet<String> methods = new TreeSet<>();
                            for (RequestMethod method :
                                    mapping.getMethodsCondition().getMethods()) {
                                methods.add(method.name());
                            }
                            if (methods.isEmpty()) {
                                methods.add("GET");
                            }
                            for (String pattern : mapping.getPatternValues()) {
                                routes.computeIfAbsent(pattern, _ -> new TreeSet<>())
                                        .addAll(methods);
                            }
                        });
        routes.forEach(
                (pattern, methods) ->
                        methods.forEach(method -> all.addAll(addresses(method, pattern))));
        return all;
    }

    private List<Asked> addresses(String method, String pattern) {
        if (pattern.contains("{number") && pattern.startsWith("/records")) {
            return List.of(
                    asked(method, pattern, "青石街道", record("qingshi.gongwei")),
                    asked(method, pattern, "柳河镇", record("liuhe.dangwei")));
        }
        if (pattern.startsWith("/dossiers/{number") && method.equals("GET")) {
            List<String> own = dossiers(Role.HEAD);
            List<String> others = dossiers(Role.LEADER);
            others.removeAll(own);
            return List.of(
                    asked(method, pattern, "青石街道", own.getFirst()),
                    asked(method, pattern, "别的单位", others.getFirst()),
                    asked(method, pattern, "没有的", ""));
        }
        if (pattern.contains("{account") && method.equals("GET")) {
            return List.of(
                    asked(method, pattern, "有的", "p019"), asked(method, pattern, "没有的", "nobody"));
        }
        if (pattern.contains("{ending:repeal")) {
            return List.of(
                    asked(method, pattern, "废止", "repeal"),
                    asked(method, pattern, "暂停", "suspension"),
                    asked(method, pattern, "恢复", "resumption"));
        }
        return List.of(asked(method, pattern, "—", ""));
    }

    private Asked asked(String method, String pattern, String whose, String given) {
        StringBuilder path = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            if (pattern.charAt(at) != '{') {
                path.append(pattern.charAt(at++));
                continue;
            }
            int end = closing(pattern, at);
            String variable = pattern.substring(at + 1, end);
            int colon = variable.indexOf(':');
            String name = colon < 0 ? variable : variable.substring(0, colon);
            boolean main = List.of("number", "account", "ending").contains(name);
            path.append(main && !given.isEmpty() ? given : sample(name, pattern));
            at = end + 1;
        }
        return new Asked(method, pattern, path.toString(), whose);
    }

    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int at = open; at < pattern.length(); at++) {
            depth += pattern.charAt(at) == '{' ? 1 : pattern.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException(pattern);
    }

    /// A value for a variable of an address; one that names nothing, where acting would change what
    /// other tests see.
    private static String sample(String name, String pattern) {
        return switch (name) {
            case "number" -> pattern.startsWith("/duties") ? "1" : "999999999";
            case "id" ->
                    pattern.startsWith("/institutions")
                            ? "party.centre.group"
                            : "00000000-0000-4000-8000-000000000000";
            case "account" -> "nobody";
            case "kind" -> "rectification";
            case "institution" -> "party.centre.group";
            case "english" -> "Study";
            case "scheme" -> "none";
            case "subject" -> "nobody";
            case "ending" -> pattern.startsWith("/reports") ? "docx" : "csv";
            case "digest" -> "0".repeat(64);
            case "act" -> pattern.startsWith("/administration") ? "release" : "accept";
            case "version" -> "000000000000";
            case "year" -> "2027";
            case "step" -> "votes";
            case "name" -> "none.css";
            case "secret" -> "a".repeat(32);
            case "deed" -> "rename";
            default -> throw new IllegalArgumentException("矩阵不知道给 {" + name + "} 填什么：" + pattern);
        };
    }

    private List<String> dossiers(Role role) {
        return new ArrayList<>(
                visitors
                        .get(role)
                        .get("/ledgers/rectification")
                        .document()
                        .select("tbody a[href^=/dossiers/]")
                        .eachAttr("href")
                        .stream()
                        .map(href -> href.replaceAll("\\D", ""))
                        .distinct()
                        .toList());
    }

    private String record(String body) {
        String href =
                visitors.get(Role.LEADER)
                        .get(
                                "/records?type="
                                        + java.net.URLEncoder.encode(
                                                "谈话", java.nio.charset.StandardCharsets.UTF_8)
                                        + "&body="
                                        + body)
                        .document()
                        .select("tbody a.open")
                        .attr("href");
        return href.substring(href.lastIndexOf('/') + 1);
    }
}
