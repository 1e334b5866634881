package org.mingze.office.reminding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Content;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// 网络回调 — a JSON text to the one address that the configuration names, signed with its key.
@Component
class WebChannel implements Channel {
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private final String address;
    private final String key;
    private final String site;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(WAIT_MAX).build();

    WebChannel(
            @Value("${mingze.reminders.webhook:}") String address,
            @Value("${mingze.reminders.webhook-key:}") String key,
            @Value("${mingze.address:}") String site) {
        this.site = site;
        this.address = address;
        this.key = key;
    }

    @Override
    public String word() {
        return "回调";
    }

    @Override
    public boolean isConfigured() {
        return !address.isBlank();
    }

    @Override
    public boolean gathers() {
        return false;
    }

    /// `id` stays the same when a reminder is tried again, so that a receiver can drop a second
    /// one.
    @Override
    public void send(String nowhere, List<Reminder> told) throws NotSent {
        for (Reminder each : told) {
            send(each.soon(), each.digest());
        }
    }

    private void send(DueSoon.Soon soon, String digest) throws NotSent {
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("id", new Content.Text(digest));
        fields.put("post", new Content.Text(soon.post()));
        fields.put("duty", new Content.Text(soon.duty()));
        fields.put("matter", new Content.Text(soon.matter()));
        fields.put("link", new Content.Text(soon.address(site)));
        fields.put("institution", new Content.Text(soon.institution()));
        fields.put("due", new Content.Text(soon.due().toString()));
        fields.put("workingDaysLeft", new Content.Text(Long.toString(soon.left())));
        String body = CanonicalJson.write(new Content.Group(fields));
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(WAIT_MAX)
                            .header("Content-Type", "application/json; charset=utf-8")
                            .POST(HttpRequest.BodyPublishers.ofString(body));
            if (!key.isBlank()) {
                request.header("X-Mingze-Signature", signature(body));
            }
            HttpResponse<Void> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new NotSent("对方答" + answer.statusCode(), new IOException(address));
            }
        } catch (IOException | IllegalArgumentException failed) {
            throw new NotSent("连不上配置的地址：" + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotSent("正在停止，没有送出", stopped);
        }
    }

    /// HMAC-SHA-256 of the body, in hexadecimal digits.
    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has HmacSHA256", absent);
        }
    }
}
