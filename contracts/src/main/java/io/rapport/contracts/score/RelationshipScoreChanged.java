package io.rapport.contracts.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The score of a person's relationship with a brand: the full state, with its contributions. A public contract: person
 * ids only, never a name, a handle or a text.
 *
 * @param asOf the day it is computed for
 * @param modelVersion the scoring model's version
 * @param identityVersion the version of the person it was computed for
 * @param sequence rises by at least 1 per key; drop what is not newer
 * @param reason the reason of the publication
 * @param strength 0 to 100: 0.30 know + 0.30 like + 0.40 trust
 * @param know 0 to 100
 * @param like 0 to 100
 * @param trust 0 to 100
 * @param stage the stage of the relationship
 * @param stageSince the day the stage was reached
 * @param warmth 0 to 100, halved every 30 days without a personal touch
 * @param warmthClass the warmth as a class
 * @param cooling whether the person is a client or at LIKES or above, and their warmth fell below 50
 * @param theyToUs decayed return
 * @param usToThem decayed effort
 * @param reciprocity 0 to 1: the smaller of the two by the larger; 0 when either is 0
 * @param captive whether they know, like and trust the brand by the captive rule
 * @param client whether they are on the client list
 * @param firstSeen day of the first inbound engagement; null when there was none
 * @param lastSeen day of the last inbound engagement; null when there was none
 * @param lastTouch day of the last personal touch in either direction; null when there was none
 * @param windows returned and invested over 7, 30 and 90 days
 * @param contributions the contributions by direction and kind
 * @param sentiment the contribution of sentiment
 * @param owed the number of conversations that wait for the brand's answer; null for none
 * @param owedSince when the oldest of them was opened; null for none
 * @param previous the previously published score; null for the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record RelationshipScoreChanged(
        String agency,
        String brand,
        UUID person,
        LocalDate asOf,
        String modelVersion,
        long identityVersion,
        long sequence,
        ChangeReason reason,
        double strength,
        double know,
        double like,
        double trust,
        Stage stage,
        LocalDate stageSince,
        double warmth,
        WarmthClass warmthClass,
        boolean cooling,
        double theyToUs,
        double usToThem,
        double reciprocity,
        boolean captive,
        boolean client,
        @Nullable LocalDate firstSeen,
        @Nullable LocalDate lastSeen,
        @Nullable LocalDate lastTouch,
        List<WindowSums> windows,
        List<Contribution> contributions,
        SentimentSum sentiment,
        @Nullable Integer owed,
        @Nullable Instant owedSince,
        @Nullable PreviousScore previous) {

    /** The person's brand. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
