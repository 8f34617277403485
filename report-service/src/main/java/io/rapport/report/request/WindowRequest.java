package io.rapport.report.request;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.ModelMap;

/** The query parameters of figures that are measured over a window. */
public record WindowRequest(
        @Parameter(description = "7, 30 or 90 days; default 30") @Nullable
        String window,

        @Parameter(description = "yyyy-MM-dd; default is the brand's current day") @Nullable
        String asOf) {

    private static final String DEFAULT_WINDOW = "30";

    /** The length of the window in days. */
    public int days() {
        return RequestParameters.parseWindow(window == null || window.isBlank() ? DEFAULT_WINDOW : window);
    }

    /** The model attributes that a page needs of the parameters. */
    public Map<String, Object> model() {
        return new ModelMap("query", this).addAttribute("window", window).addAttribute("length", days());
    }
}
