package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.List;

/**
 * How a brand's handles may be matched: the full state.
 *
 * @param inference whether likeness may merge people; when not, it only suggests
 * @param autoThreshold probability above which likeness merges, 0 to 1
 * @param reviewThreshold probability from which on a human is asked, above 0, at most {@code autoThreshold}
 * @param unstitchableChannels channels whose handles no rule joins to anybody, unless the client list names them
 * @param version rises with each change; readers drop what is not newer
 * @param by who set it
 * @param at when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicySet(
        String agency,
        String brand,
        boolean inference,
        double autoThreshold,
        double reviewThreshold,
        List<String> unstitchableChannels,
        long version,
        String by,
        Instant at) {

    /** Whose policy. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
