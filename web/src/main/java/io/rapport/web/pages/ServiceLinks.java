package io.rapport.web.pages;

import io.rapport.web.config.WebProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page where the pages of the other service are, as browsers reach it; nothing where nobody has said. */
@ControllerAdvice(assignableTypes = PageController.class)
public final class ServiceLinks {

    private final WebProperties.Web web;

    public ServiceLinks(WebProperties.Web web) {
        this.web = web;
    }

    @ModelAttribute("identityUrl")
    @Nullable
    String identity() {
        return given(web.identityUrl());
    }

    @ModelAttribute("reportUrl")
    @Nullable
    String report() {
        return given(web.reportUrl());
    }

    private static @Nullable String given(String url) {
        return url.isEmpty() ? null : url;
    }
}
