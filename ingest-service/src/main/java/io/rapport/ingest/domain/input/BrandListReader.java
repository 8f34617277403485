package io.rapport.ingest.domain.input;

import io.rapport.contracts.NameRules;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads the field {@code brands} of what is limited to some brands of an agency. */
public final class BrandListReader {

    private static final int MAX_BRANDS = 1_000;
    private static final int MAX_TOKEN = 64;

    private BrandListReader() {}

    /** The brands in their order; empty for all brands of the agency. */
    public static Set<String> read(InputFields fields) {
        var brands = new LinkedHashSet<>(fields.lines("brands", MAX_BRANDS, MAX_TOKEN));
        brands.stream().filter(brand -> !NameRules.isToken(brand)).findFirst().ifPresent(brand -> {
            throw InputRejectedException.invalid(
                    "brands", "has '%s', which is not a brand name.".formatted(TextCleaner.abbreviate(brand)));
        });
        return brands;
    }
}
