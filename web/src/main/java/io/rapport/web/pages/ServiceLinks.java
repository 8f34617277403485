package io.rapport.web.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the URLs of the other services' pages to every model; null where none is configured. */
@ControllerAdvice(assignableTypes = PageController.class)
public final class ServiceLinks {

    private final String identityUrl;
    private final String reportUrl;

    /** Links to the given base URLs; empty for none. */
    public ServiceLinks(String identityUrl, String reportUrl) {
        this.identityUrl = identityUrl;
        this.reportUrl = reportUrl;
    }

    @ModelAttribute("identityUrl")
    @Nullable
    String identity() {
        return orNull(identityUrl);
    }

    @ModelAttribute("reportUrl")
    @Nullable
    String report() {
        return orNull(reportUrl);
    }

    private static @Nullable String orNull(String url) {
        return url.isEmpty() ? null : url;
    }
}
