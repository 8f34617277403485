package io.rapport.report.branding;

import io.rapport.report.domain.branding.BrandingService;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The style sheet of an agency's pages: its colour, in light mode, where it is readable. */
@Hidden
@RestController
class BrandingStyleController {

    private static final MediaType TEXT_CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final String RULE = "@media (prefers-color-scheme: light) { :root { --accent: %s; } }%n";

    private final BrandingService brandings;

    BrandingStyleController(BrandingService brandings) {
        this.brandings = brandings;
    }

    @GetMapping("/agencies/{agency}/branding.css")
    ResponseEntity<String> style(@PathVariable String agency) {
        var colour = brandings.find(agency).flatMap(branding -> Optional.ofNullable(branding.colour()));
        return ResponseEntity.ok()
                .contentType(TEXT_CSS)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(colour.map(RULE::formatted).orElse(""));
    }
}
