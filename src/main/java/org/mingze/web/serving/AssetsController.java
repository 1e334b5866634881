package org.mingze.web.serving;

import java.time.Duration;
import java.util.List;
import org.mingze.web.Frame;
import org.mingze.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// 静态文件 — sent once and kept: the address changes when the file does.
@Controller
class AssetsController {
    private final List<AssetFile> files = AssetFile.all();

    @Bean
    Frame.Assets assets() {
        return new Frame.Assets(
                find("mingze.css").address(),
                find("app.js").address(),
                find("htmx.js").address(),
                find("passkey.js").address(),
                find("mingze.css").content());
    }

    @GetMapping("/assets/{version}/{name}")
    ResponseEntity<String> read(@PathVariable String version, @PathVariable String name) {
        String address = "/assets/" + version + "/" + name;
        AssetFile file =
                files.stream()
                        .filter(each -> each.address().equals(address))
                        .findFirst()
                        .orElseThrow(NotFound::page);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .header(HttpHeaders.CONTENT_TYPE, file.type())
                .body(file.content());
    }

    private AssetFile find(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
    }
}
