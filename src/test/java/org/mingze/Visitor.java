package org.mingze;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/// A person at a browser without scripts: cookies, links, forms as they stand on the page.
public final class Visitor {
    private static final String BOUNDARY = "----mingze-visitor-7f3a";

    private final HttpClient client;
    private final String address;

    private Visitor(String address, HttpClient client) {
        this.address = address;
        this.client = client;
    }

    private Visitor(String address) {
        this(
                address,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build());
    }

    /// The same browser, with the same cookies, at another server of this machine.
    public Visitor at(String other) {
        return new Visitor(other, client);
    }

    /// A page as it came.
    public record Page(int status, String path, Document document, HttpHeaders headers) {
        public String text(String selector) {
            return document.select(selector).text();
        }

        public String title() {
            return document.select("h1").text();
        }
    }

    /// A file as it came, its bytes as characters.
    public record File(int status, String latin) {
        public byte[] bytes() {
            return latin.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /// What a form is sent with, beside what stands in it.
    public static final class Answers {
        private final List<String[]> texts = new ArrayList<>();
        private final List<String[]> files = new ArrayList<>();

        public Answers put(String name, String value) {
            texts.add(new String[] {name, value});
            return this;
        }

        public Answers file(String name, String fileName, String content) {
            return file(name, fileName, content.getBytes(StandardCharsets.UTF_8));
        }

        public Answers file(String name, String fileName, byte[] content) {
            String bytes = new String(content, StandardCharsets.ISO_8859_1);
            files.add(new String[] {name, fileName, bytes});
            return this;
        }

        private boolean answers(String name) {
            return texts.stream().anyMatch(text -> text[0].equals(name));
        }
    }

    /// Somebody who is not signed in.
    public static Visitor anonymous(String address) {
        return new Visitor(address);
    }

    /// Where signing in leads, right or wrong.
    public Page signIn(String account, String passphrase) {
        return send(
                get("/sign-in"),
                "form[action=/sign-in]",
                new Answers().put("account", account).put("password", passphrase));
    }

    /// A form that stands on no page, with the token of this session.
    public Page post(String path, Answers answers) {
        String page = get("/account").path().startsWith("/account") ? "/account" : "/sign-in";
        String token = get(page).document().select("input[name=_csrf]").attr("value");
        return postWithoutToken(path, answers.put("_csrf", token));
    }

    public Page postWithoutToken(String path, Answers answers) {
        return answer(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(answers.texts)))
                        .build());
    }

    public static Visitor signedIn(String address, String name, String passphrase) {
        Page door = new Visitor(address).get("/sign-in");
        Element line =
                door.document().select("tr:has(td)").stream()
                        .filter(row -> row.select("td").get(1).text().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("登录页没有 " + name));
        return signedInAs(address, line.select("a").text(), passphrase);
    }

    /// One who knows the account, whether the sign-in page lists it or not.
    static Visitor signedInAs(String address, String account, String passphrase) {
        Visitor visitor = new Visitor(address);
        Page first =
                visitor.send(
                        visitor.get("/sign-in"),
                        "form[action=/sign-in]",
                        new Answers().put("account", account).put("password", passphrase));
        if (first.path().startsWith("/sign-in")) {
            throw new IllegalStateException("没有登录成：" + first.text("main"));
        }
        return visitor;
    }

    /// The people whom the sign-in page lists: account, name and post of each.
    public static List<String> listed(String address) {
        return new Visitor(address).get("/sign-in").document().select("tr:has(td)").eachText();
    }

    /// A page whose long work has ended.
    public Page waited(Page page) {
        Page now = page;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!now.document().select("#progress").isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            now = get(page.path());
        }
        return now;
    }

    public Page get(String path) {
        return answer(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", "text/html")
                        .GET()
                        .build());
    }

    public File file(String path) {
        try {
            HttpResponse<String> response =
                    client.send(
                            HttpRequest.newBuilder(URI.create(address + path))
                                    .header("Accept", "text/html")
                                    .GET()
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
            return new File(response.statusCode(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// Sends a form of the page: what stands in it, with these answers in place of its own.
    public Page send(Page page, String selector, Answers answers) {
        FormElement form = (FormElement) page.document().select(selector).first();
        if (form == null) {
            throw new IllegalArgumentException("没有表单 " + selector + "：" + page.text("main"));
        }
        String action = form.attr("action");
        URI target = URI.create(address + page.path()).resolve(action);
        boolean multipart = form.attr("enctype").equals("multipart/form-data");
        List<String[]> texts = texts(form, answers);
        byte[] body =
                multipart
                        ? multipart(texts, answers.files)
                        : encoded(texts).getBytes(StandardCharsets.UTF_8);
        return answer(
                HttpRequest.newBuilder(target)
                        .header(
                                "Content-Type",
                                multipart
                                        ? "multipart/form-data; boundary=" + BOUNDARY
                                        : "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    private static List<String[]> texts(FormElement form, Answers answers) {
        List<String[]> texts = new ArrayList<>();
        for (Connection.KeyVal standing : form.formData()) {
            String named = "input[type=file][name=\"" + standing.key() + "\"]";
            if (form.select(named).isEmpty() && !answers.answers(standing.key())) {
                texts.add(new String[] {standing.key(), value(form, standing)});
            }
        }
        texts.addAll(answers.texts);
        return texts;
    }

    /// A checked box sends its own value, the empty one too.
    private static String value(FormElement form, Connection.KeyVal standing) {
        String open = "input[name=\"" + standing.key() + "\"][value=\"\"][checked]";
        return form.select(open).isEmpty() ? standing.value() : "";
    }

    private static String encoded(List<String[]> texts) {
        return texts.stream()
                .map(text -> encoded(text[0]) + "=" + encoded(text[1]))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] multipart(List<String[]> texts, List<String[]> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        texts.forEach(
                text ->
                        write(
                                body,
                                "name=\"" + text[0] + "\"",
                                text[1].getBytes(StandardCharsets.UTF_8)));
        files.forEach(
                file ->
                        write(
                                body,
                                "name=\"" + file[0] + "\"; filename=\"" + file[1] + "\"",
                                file[2].getBytes(StandardCharsets.ISO_8859_1)));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String name, byte[] value) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(value);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private Page answer(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(
                            request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String path = response.uri().getRawPath();
            String query = response.uri().getRawQuery();
            return new Page(
                    response.statusCode(),
                    query == null ? path : path + "?" + query,
                    Jsoup.parse(response.body(), response.uri().toString()),
                    response.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
