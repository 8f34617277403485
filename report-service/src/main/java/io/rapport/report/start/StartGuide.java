package io.rapport.report.start;

import org.jspecify.annotations.Nullable;

/**
 * How far an installation has come, for the list of first steps.
 *
 * @param address the base URL of the installation
 * @param agency the agency; null while none is chosen
 * @param brand the token of the brand; null while none is chosen
 * @param name the name of the brand; null until its registration has arrived
 * @param received whether engagements of the brand, or its client list, have arrived
 * @param people the number of its people as the pages show it; null while there are none
 */
public record StartGuide(
        String address,
        @Nullable String agency,
        @Nullable String brand,
        @Nullable String name,
        boolean received,
        @Nullable String people) {

    /** Whether every step is done. */
    public boolean complete() {
        return people != null;
    }
}
