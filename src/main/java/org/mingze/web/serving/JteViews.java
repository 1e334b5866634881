package org.mingze.web.serving;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingze.web.Frame;
import org.mingze.web.FrameSource;
import org.mingze.web.Requests;
import org.mingze.web.english.EnglishPage;
import org.mingze.web.english.Phrases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// 模板 — a view name is a template: `duty/today` is `src/main/jte/duty/today.jte`.
///
/// The templates are compiled with the application. A page gets its [Frame] under `frame`.
@Configuration(proxyBeanMethods = false)
class JteViews {
    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    ViewResolver templateViews(TemplateEngine templates, FrameSource frames) {
        Phrases phrases = Phrases.ofTheProduct();
        return (name, _) ->
                templates.hasTemplate(name + ".jte")
                        ? new TemplateView(templates, frames, phrases, name + ".jte")
                        : null;
    }

    private record TemplateView(
            TemplateEngine templates, FrameSource frames, Phrases phrases, String template)
            implements View {
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            Map<String, Object> filled = new HashMap<>(model == null ? Map.of() : model);
            if (!filled.containsKey("frame")) {
                filled.put("frame", frames.frame(request));
            }
            if (filled.get("frame") instanceof Frame frame
                    && frame.assets().sheet().isEmpty()
                    && !Requests.wantsFragment(request)) {
                response.setHeader("Link", early(frame));
            }
            boolean inEnglish = Requests.appearance(request).english();
            response.setLocale(inEnglish ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
            if (inEnglish) {
                StringOutput chinese = new StringOutput();
                templates.render(template, filled, chinese);
                byte[] page =
                        EnglishPage.of(phrases, chinese.toString())
                                .getBytes(StandardCharsets.UTF_8);
                response.setContentType(getContentType());
                response.setContentLength(page.length);
                response.getOutputStream().write(page);
                return;
            }
            Utf8ByteOutput output = new Utf8ByteOutput();
            templates.render(template, filled, output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }

        /// Nothing is painted before the style sheet is there: a slow phone asks for it before it
        /// has read the page.
        private static String early(Frame frame) {
            return "<" + frame.assets().styles() + ">; rel=preload; as=style";
        }
    }
}
