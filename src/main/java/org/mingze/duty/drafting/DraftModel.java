package org.mingze.duty.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/// 草案样 — the text that a new institution is begun from; every line says what belongs there.
@Component
class DraftModel {
    private final Resource file;

    DraftModel(@Value("classpath:drafting/model.yaml") Resource file) {
        this.file = file;
    }

    /// The model, in force from the first day of next year.
    String text(LocalDate today) {
        try (InputStream bytes = file.getInputStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{自}", today.plusYears(1).withDayOfYear(1).toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
