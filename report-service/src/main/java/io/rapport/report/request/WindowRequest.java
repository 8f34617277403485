package io.rapport.report.request;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.ModelMap;

/** Which window figures are asked for, as it stands in the address. */
public record WindowRequest(
        @Parameter(description = "7, 30 or 90 days; 30 unless said") @Nullable
        String window,

        @Parameter(description = "yyyy-MM-dd; the brand's current day unless said") @Nullable
        String asOf) {

    private static final String MONTH = "30";

    public int days() {
        return RequestParameters.parseWindow(window == null || window.isBlank() ? MONTH : window);
    }

    /** What a page needs of it. */
    public Map<String, Object> model() {
        return new ModelMap("wish", this).addAttribute("window", window).addAttribute("length", days());
    }
}
