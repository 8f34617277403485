package io.rapport.contracts.sentiment;

import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The polarity of a text as an analyser determined it.
 *
 * @param engagement the engagement that carries the text
 * @param polarity -1 to 1
 * @param confidence 0 to 1
 * @param decidedBy the deciding rules and lexicon entries, strongest first; never the text
 * @param analyser the analyser's name and version
 */
@RecordBuilder
public record SentimentJudged(
        String agency,
        String brand,
        String channel,
        String handle,
        UUID engagement,
        double polarity,
        double confidence,
        List<String> decidedBy,
        String analyser,
        Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
