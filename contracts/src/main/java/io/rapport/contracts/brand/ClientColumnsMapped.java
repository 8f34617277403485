package io.rapport.contracts.brand;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.Map;

/**
 * The column mapping of a brand's client list: the full state.
 *
 * @param columns the field of each column, such as {@code email} or {@code handle.x}, by header
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the change
 */
public record ClientColumnsMapped(String agency, String brand, Map<String, String> columns, long version, Instant at) {

    /** The brand of the list. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
