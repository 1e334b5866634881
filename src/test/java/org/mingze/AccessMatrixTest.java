package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.MatrixRow.Route;
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
        DESK("信访办主任"),
        SUPERVISION("县督查"),
        LEADER("县委书记"),
        SYSTEM("系统管理员"),
        SECURITY("安全管理员"),
        AUDIT("审计管理员");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        boolean isOfStreet() {
            return this == CLERK || this == HEAD || this == DESK;
        }

        boolean administers() {
            return this == SYSTEM || this == SECURITY || this == AUDIT;
        }
    }

    private static final Together SERVER = Together.fresh();
    private final MatrixThings things = new MatrixThings(SERVER);
    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
    private final List<String> faults = new ArrayList<>();

    private void signIn() {
        visitors.put(Role.OUT, Visitor.anonymous(SERVER.address()));
        visitors.put(Role.CLERK, official("p026"));
        visitors.put(Role.HEAD, official("p019"));
        visitors.put(Role.DESK, official("p024"));
        visitors.get(Role.DESK)
                .post("/acting-post", new Visitor.Answers().put("post", "qingshi.xinfangban.head"));
        visitors.put(Role.SUPERVISION, official("p011"));
        visitors.put(Role.LEADER, official("p001"));
        visitors.put(Role.SYSTEM, SERVER.administrator(Together.FIRST, Office.SYSTEM));
        visitors.put(Role.SECURITY, SERVER.administrator(Together.FIRST, Office.SECURITY));
        visitors.put(Role.AUDIT, SERVER.administrator(Together.FIRST, Office.AUDIT));
    }

    private static Visitor official(String account) {
        return SERVER.visitor(Together.FIRST, account);
    }

    @AfterAll
    static void close() {
        SERVER.context.close();
    }

    @Test
    @DisplayName("每一格是开放、拒绝并说明、没有或填错，从不出错；与提交的表一样，新地址要先写进表")
    void matrix() throws IOException {
        signIn();
        List<String> rows = new ArrayList<>();
        rows.add("| 地址 | 谁的 |" + each(role -> " " + role.word + " |"));
        rows.add("|---|---|" + each(_ -> "---|"));
        for (MatrixRow asked : everything()) {
            StringBuilder row = new StringBuilder(asked.row());
            for (Role role : Role.values()) {
                row.append(' ').append(answer(asked, role)).append(" |");
            }
            rows.add(row.toString());
        }
        List<String> text = new ArrayList<>();
        text.add("# 权限矩阵");
        text.add("");
        text.add(
                "每个地址以每种身份问一遍的回答：开（打开或办成）、门（先登录）、拒（403，说明看得到什么、找谁）、"
                        + "无（404，没有这一件）、填（缺内容，没有入账）、停（409，规矩或时候不许，说明为什么和出路）。"
                        + "科员、街道书记和信访办主任在青石街道。制度和草案全县公开，草案只有起草的能改。由 AccessMatrixTest 画出并核对。");
        text.add("");
        text.addAll(rows);
        if (Boolean.getBoolean("mingze.draw")) {
            Files.write(TABLE, text);
        }
        assertThat(faults).isEmpty();
        assertThat(text)
                .as("矩阵变了：逐格看过，再加 -Dmingze.draw=true 重画 " + TABLE)
                .isEqualTo(Files.readAllLines(TABLE));
    }

    private static String each(Function<Role, String> cell) {
        return Arrays.stream(Role.values()).map(cell).collect(Collectors.joining());
    }

    @Test
    @DisplayName("每个POST没有本页的令牌都不办，谁来都一样")
    void tokens() {
        signIn();
        for (MatrixRow asked : everything()) {
            if (!asked.route().acts()) {
                continue;
            }
            for (Role role : Role.values()) {
                int status =
                        visitors.get(role)
                                .postWithoutToken(asked.path(), new Visitor.Answers())
                                .status();
                if (status != 403) {
                    faults.add(asked.route().pattern() + " " + role.word + " " + status);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private String answer(MatrixRow asked, Role role) {
        Visitor visitor = visitors.get(role);
        if (asked.route().pattern().equals("/sign-out")) {
            return "开";
        }
        String path = asked.path();
        Visitor.Page page =
                !asked.route().acts()
                        ? visitor.get(path)
                        : visitor.post(path, new Visitor.Answers());
        String place = asked.route().method() + " " + asked.route().pattern() + " " + role.word;
        headers(page, place);
        String word = word(page, asked, place);
        boolean content = !isOpen(asked.route().pattern()) && !isOwn(asked.route().pattern());
        if (role == Role.OUT && !isOpen(asked.route().pattern()) && !word.equals("门")) {
            faults.add(place + "：没有登录也答了" + word);
        }
        if (isKeptFrom(role, asked) && !List.of("门", "无", "拒").contains(word)) {
            faults.add(place + "：" + asked.whose() + "的也答了" + word);
        }
        if (role.administers()
                && content
                && !asked.route().pattern().equals("/")
                && !asked.route().pattern().startsWith("/administration")
                && !word.equals("拒")) {
            faults.add(place + "：管理员看到了业务内容");
        }
        if (!role.administers()
                && role != Role.OUT
                && asked.route().pattern().startsWith("/administration/")
                && !word.equals("拒")) {
            faults.add(place + "：不是管理员也答了" + word);
        }
        return word;
    }

    /// What is of another county, and for the street what is of another body; drafts may be read.
    private static boolean isKeptFrom(Role role, MatrixRow asked) {
        boolean shared = asked.route().pattern().startsWith("/drafts") && !asked.route().acts();
        return switch (asked.thing().whose()) {
            case ABROAD -> true;
            case OTHER -> role.isOfStreet() && !shared;
            case OWN, NONE -> false;
        };
    }

    private String word(Visitor.Page page, MatrixRow asked, String place) {
        if (page.path().equals("/sign-in") && !asked.route().pattern().equals("/sign-in")) {
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
            case 409 -> {
                said(page, place);
                yield "停";
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
    private List<MatrixRow> everything() {
        List<MatrixRow> all = new ArrayList<>();
        Map<String, TreeSet<String>> routes = new TreeMap<>();
        SERVER.bean(RequestMappingHandlerMapping.class)
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
                        methods.forEach(
                                method -> all.addAll(addresses(new Route(method, pattern)))));
        return all;
    }

    private List<MatrixRow> addresses(Route route) {
        String pattern = route.pattern();
        List<MatrixRow> existing =
                things.of(pattern, route.acts()).stream()
                        .map(thing -> new MatrixRow(route, thing, thing.said()))
                        .toList();
        if (!existing.isEmpty()) {
            return existing;
        }
        if (pattern.contains("{account")) {
            return List.of(
                    given(route, "有的", "account", "p042"),
                    given(route, "没有的", "account", "nobody"));
        }
        if (pattern.contains("{ending:repeal")) {
            return List.of(
                    given(route, "废止", "ending", "repeal"),
                    given(route, "暂停", "ending", "suspension"),
                    given(route, "恢复", "ending", "resumption"));
        }
        return List.of(given(route, "—", "none", ""));
    }

    private static MatrixRow given(Route route, String whose, String variable, String value) {
        return new MatrixRow(
                route,
                MatrixThing.of(MatrixThing.Whose.NONE, "", () -> Map.of(variable, value)),
                whose);
    }
}
