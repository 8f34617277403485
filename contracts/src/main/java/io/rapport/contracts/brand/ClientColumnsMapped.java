package io.rapport.contracts.brand;

import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.Map;

/**
 * What the columns of a brand's client list are read as, as it was decided last: the full state.
 *
 * @param columns the word for what each column holds, such as {@code email} or {@code handle.x}, by the column's name
 * @param version rises with each change; readers drop what is not newer
 * @param at when it was decided
 */
public record ClientColumnsMapped(String agency, String brand, Map<String, String> columns, long version, Instant at) {

    /** Whose list. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
