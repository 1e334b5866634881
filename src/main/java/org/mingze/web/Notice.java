package org.mingze.web;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;

/// 告知 — what the product says back in place: saved, not saved, or whom to ask.
///
/// Put one into the flash attributes under [#FLASH] and the next page shows it.
public record Notice(Tone tone, String title, String text, String linkText, String linkHref)
        implements Serializable {
    public static final String FLASH = "notice";

    @Serial private static final long serialVersionUID = 1L;

    public enum Tone {
        PLAIN("notice"),
        NOTE("notice is-note"),
        DONE("notice is-done"),
        WARN("notice is-warn");

        private final String style;

        Tone(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }

    public static Notice done(String title, String text) {
        return new Notice(Tone.DONE, title, text, "", "");
    }

    public static Notice warn(String title, String text) {
        return new Notice(Tone.WARN, title, text, "", "");
    }

    public Notice leadingTo(Link link) {
        return new Notice(tone, title, text, link.text(), link.href());
    }

    public Optional<Link> link() {
        return linkText.isEmpty() ? Optional.empty() : Optional.of(new Link(linkText, linkHref));
    }
}
