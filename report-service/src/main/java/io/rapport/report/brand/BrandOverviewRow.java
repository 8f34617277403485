package io.rapport.report.brand;

import org.jspecify.annotations.Nullable;

/**
 * A brand in the overview of brands.
 *
 * @param ror over 30 days, or a dash
 * @param arrow {@code ↗}, {@code ↘} or {@code →} against the 30 days before; empty if they cannot be compared
 * @param change what the arrow means: rising, falling or unchanged; empty without one
 * @param quiet clients who were not seen
 * @param waiting people who are owed a reply
 * @param alert about the spread of bad word; null without one
 * @param measured whether the brand has figures
 */
record BrandOverviewRow(
        String agency,
        String name,
        String path,
        String ror,
        String arrow,
        String change,
        String seen,
        String quiet,
        String waiting,
        @Nullable String alert,
        boolean measured) {}
