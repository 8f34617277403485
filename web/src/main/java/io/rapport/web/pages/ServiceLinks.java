package io.rapport.web.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the URLs of the other services' pages to every model; null where none is configured. */
@ControllerAdvice(assignableTypes = PageController.class)
public final class ServiceLinks {

    private final @Nullable String identityUrl;
    private final @Nullable String reportUrl;

    /** Links to the given base URLs; empty for the same address, null for no links. */
    public ServiceLinks(@Nullable String identityUrl, @Nullable String reportUrl) {
        this.identityUrl = identityUrl;
        this.reportUrl = reportUrl;
    }

    @ModelAttribute("identityUrl")
    @Nullable
    String identity() {
        return identityUrl;
    }

    @ModelAttribute("reportUrl")
    @Nullable
    String report() {
        return reportUrl;
    }
}
