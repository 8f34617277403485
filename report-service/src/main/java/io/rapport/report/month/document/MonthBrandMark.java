package io.rapport.report.month.document;

import io.rapport.contracts.brand.AgencyBranded;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an agency marks its documents.
 *
 * @param colour in the form {@code #rrggbb}
 * @param logo a {@code data:} URL of an image; null without one
 */
public record MonthBrandMark(String colour, @Nullable String logo) {

    /** Without an agency's own colour and logo. */
    public static final MonthBrandMark STANDARD = new MonthBrandMark("#1d4ed8", null);

    public static MonthBrandMark of(AgencyBranded branding) {
        return new MonthBrandMark(
                Objects.requireNonNullElse(branding.colour(), STANDARD.colour),
                branding.logo() == null ? null : "data:image/png;base64," + branding.logo());
    }
}
