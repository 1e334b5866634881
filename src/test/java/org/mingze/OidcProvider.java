package org.mingze;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// A small OpenID Connect provider: discovery, keys, a page that asks who one is, codes that serve
/// once, PKCE and client secret demanded, ID tokens signed with RS256. It can be told to err.
final class OidcProvider {
    static final String CLIENT = "mingze";
    static final String SECRET = "渡口的秘密-五十八";

    /// What goes wrong the next time.
    enum Fault {
        NONE,
        DENIES,
        FAILS,
        CHANGES_STATE,
        DROPS_CODES,
        FORGETS_CLIENT,
        OTHER_ISSUER,
        OTHER_AUDIENCE,
        OTHER_NONCE,
        OTHER_KEY,
        NO_SIGNATURE,
        OLD_TOKEN,
        NO_TOKEN
    }

    private record Issued(Map<String, String> asked, String user) {}

    private final int port;
    private final RSAKey key = key();
    private final RSAKey stranger = key();
    private final Map<String, Issued> codes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private volatile Fault fault = Fault.NONE;
    private volatile HttpServer server;

    private OidcProvider(int port) {
        this.port = port;
    }

    /// One that is down, on a port that nobody listens on.
    static OidcProvider down() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new OidcProvider(free.getLocalPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static OidcProvider running() {
        OidcProvider provider = down();
        provider.start();
        return provider;
    }

    void start() {
        try {
            HttpServer made =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/.well-known/openid-configuration", this::discovery);
            made.createContext("/keys", this::keys);
            made.createContext("/authorize", this::authorize);
            made.createContext("/token", this::token);
            made.start();
            server = made;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void stop() {
        server.stop(0);
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /// Somebody whom the provider knows, with further claims.
    void knows(String subject, Map<String, Object> claims) {
        people.put(subject, claims);
    }

    void errs(Fault next) {
        fault = next;
    }

    private void discovery(HttpExchange exchange) throws IOException {
        String issuer = fault == Fault.OTHER_ISSUER ? "http://127.0.0.1:1" : issuer();
        json(
                exchange,
                200,
                Map.of(
                        "issuer",
                        issuer,
                        "authorization_endpoint",
                        issuer() + "/authorize",
                        "token_endpoint",
                        issuer() + "/token",
                        "jwks_uri",
                        issuer() + "/keys",
                        "response_types_supported",
                        List.of("code"),
                        "subject_types_supported",
                        List.of("public"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256")));
    }

    private void keys(HttpExchange exchange) throws IOException {
        json(exchange, 200, new JWKSet(key).toJSONObject(true));
    }

    /// Asks who one is, then sends the browser back.
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        if (exchange.getRequestMethod().equals("GET")) {
            page(exchange);
            return;
        }
        String user = fields(text(exchange)).getOrDefault("user", "");
        boolean whole =
                CLIENT.equals(asked.get("client_id"))
                        && "code".equals(asked.get("response_type"))
                        && "S256".equals(asked.get("code_challenge_method"))
                        && List.of(asked.getOrDefault("scope", "").split(" ", -1))
                                .contains("openid")
                        && asked.containsKey("nonce");
        String state =
                fault == Fault.CHANGES_STATE ? "somebody-elses" : asked.getOrDefault("state", "");
        String answer =
                switch (fault) {
                    case DENIES -> "error=access_denied";
                    case FAILS -> "error=server_error&error_description=%3Cb%3E";
                    default -> whole ? "code=" + code(asked, user) : "error=invalid_request";
                };
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        asked.get("redirect_uri") + "?" + answer + "&state=" + encoded(state));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void page(HttpExchange exchange) throws IOException {
        byte[] page =
                """
                <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>认证方</title>
                <h1>你是谁</h1><form method="post" action="%s"><label>名 <input name="user"></label>
                <button>登录</button></form></html>
                """
                        .formatted(
                                exchange.getRequestURI()
                                        .toString()
                                        .replace("&", "&amp;")
                                        .replace("\"", "&quot;"))
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private String code(Map<String, String> asked, String user) {
        String code = UUID.randomUUID().toString();
        codes.put(code, new Issued(asked, user));
        return code;
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(text(exchange));
        String credentials =
                Base64.getEncoder()
                        .encodeToString(
                                (encoded(CLIENT) + ":" + encoded(SECRET))
                                        .getBytes(StandardCharsets.UTF_8));
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        Issued issued = codes.remove(sent.getOrDefault("code", ""));
        if (fault == Fault.FORGETS_CLIENT || !("Basic " + credentials).equals(shown)) {
            json(exchange, 401, Map.of("error", "invalid_client"));
        } else if (issued == null || fault == Fault.DROPS_CODES || !fits(issued, sent)) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
        } else {
            Map<String, Object> answer = new HashMap<>();
            answer.put("access_token", UUID.randomUUID().toString());
            answer.put("token_type", "Bearer");
            answer.put("expires_in", 60);
            if (fault != Fault.NO_TOKEN) {
                answer.put("id_token", idToken(issued));
            }
            json(exchange, 200, answer);
        }
    }

    private static boolean fits(Issued issued, Map<String, String> sent) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    sent.getOrDefault("code_verifier", "")
                                            .getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(hash)
                            .equals(issued.asked().get("code_challenge"))
                    && Objects.equals(issued.asked().get("redirect_uri"), sent.get("redirect_uri"))
                    && "authorization_code".equals(sent.get("grant_type"));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private String idToken(Issued issued) {
        Instant now = fault == Fault.OLD_TOKEN ? Instant.now().minusSeconds(7_200) : Instant.now();
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(fault == Fault.OTHER_ISSUER ? "http://127.0.0.1:1" : issuer())
                        .subject(issued.user())
                        .audience(fault == Fault.OTHER_AUDIENCE ? "another" : CLIENT)
                        .claim(
                                "nonce",
                                fault == Fault.OTHER_NONCE ? "x" : issued.asked().get("nonce"))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)));
        people.getOrDefault(issued.user(), Map.of()).forEach(claims::claim);
        try {
            if (fault == Fault.NO_SIGNATURE) {
                return new PlainJWT(claims.build()).serialize();
            }
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                            claims.build());
            token.sign(new RSASSASigner(fault == Fault.OTHER_KEY ? stranger : key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void json(HttpExchange exchange, int status, Map<String, Object> fields)
            throws IOException {
        byte[] body = JSONObjectUtils.toJSONString(fields).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String field : query.split("&", -1)) {
            String[] sides = field.split("=", 2);
            fields.put(decoded(sides[0]), sides.length < 2 ? "" : decoded(sides[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
