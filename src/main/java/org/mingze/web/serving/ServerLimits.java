package org.mingze.web.serving;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// 限额 — how much one request may hold, and the headers that every answer carries.
@Configuration(proxyBeanMethods = false)
class ServerLimits {
    private static final DataSize UPLOAD = DataSize.ofMegabytes(Problem.UPLOAD_MEGABYTES);
    private static final int PARTS = 2_000;
    private static final int PARAMETERS = 10_000;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' "
                    + AssetFile.styles().allowance()
                    + "; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    MultipartConfigElement multipart() {
        MultipartConfigFactory limits = new MultipartConfigFactory();
        limits.setMaxFileSize(UPLOAD);
        limits.setMaxRequestSize(UPLOAD);
        return limits.createMultipartConfig();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> connector() {
        return server -> {
            server.setCompression(compression());
            server.addConnectorCustomizers(
                    connector -> {
                        connector.setMaxPartCount(PARTS);
                        connector.setMaxParameterCount(PARAMETERS);
                        connector.setMaxPostSize((int) UPLOAD.toBytes());
                        if (connector.getProtocolHandler()
                                instanceof AbstractHttp11Protocol<?> http) {
                            // a refused upload is read to its end, so that the browser sees why
                            http.setMaxSwallowSize(10 * (int) UPLOAD.toBytes());
                        }
                    });
        };
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> headersAndSize() {
        FilterRegistrationBean<OncePerRequestFilter> filter =
                new FilterRegistrationBean<>(new HeadersAndSize());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    private static Compression compression() {
        Compression compression = new Compression();
        compression.setEnabled(true);
        return compression;
    }

    private static final class HeadersAndSize extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("Permissions-Policy", "geolocation=(), microphone=(), usb=()");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            if (request.getContentLengthLong() > UPLOAD.toBytes()) {
                response.sendError(413);
                return;
            }
            chain.doFilter(request, response);
        }
    }
}
