package io.rapport.report.domain.engagement;

import io.rapport.report.domain.store.ReportRepositories;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.sentiment.SentimentCorrected;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How texts were meant, and what people say to that. */
public final class SentimentService {

    private final EngagementRepository engagements;
    private final JudgementRepository judgements;
    private final CorrectionRepository corrections;
    private final CorrectionPublication publication;

    /** Sentiments in these stores. */
    public SentimentService(ReportRepositories store, CorrectionPublication telling) {
        this.engagements = store.engagements();
        this.judgements = store.judgements();
        this.corrections = store.corrections();
        this.publication = telling;
    }

    /**
     * How the other services hear of corrections.
     *
     * @param ready whether all that was decided before is in the store, so that versions go on from there
     * @param tell publishes a correction, and answers whether that succeeded; if not, it is tried again later
     */
    public record CorrectionPublication(BooleanSupplier ready, Predicate<SentimentCorrected> publish) {}

    /**
     * What somebody says.
     *
     * @param polarity -1 to 1
     * @param reason in their words
     * @param by who says so
     * @param on the version they saw, so that nobody is overridden unseen; null for whatever there is
     */
    public record CorrectionCommand(
            double polarity,
            String reason,
            String by,
            Instant at,
            @Nullable Long expectedVersion) {}

    /**
     * A correction that holds.
     *
     * @param published whether the other services were told already; if not, they will be
     */
    public record CorrectionResult(TextSentiment sentiment, boolean published) {}

    /** How these engagements' texts were meant, where anybody judged. */
    public Map<UUID, TextSentiment> findAll(BrandKey brand, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<>(judgements.findAll(brand, ids));
        corrections
                .findAll(brand, ids)
                .forEach((id, correction) -> found.put(id, TextSentiment.corrected(correction, found.get(id))));
        return found;
    }

    /** These entries with how their texts were meant. */
    public List<TimelineEntry> withSentiment(BrandKey brand, List<TimelineEntry> entries) {
        var sentiments = findAll(brand, entries.stream().map(TimelineEntry::id).toList());
        return entries.stream()
                .map(entry -> entry.withSentiment(sentiments.get(entry.id())))
                .toList();
    }

    /**
     * Says how a text was meant. It holds from now on, over every analyser.
     *
     * @throws CorrectionRejectedException with the reason
     */
    public CorrectionResult correct(BrandKey brand, UUID engagement, CorrectionCommand said) {
        require(publication.ready().getAsBoolean(), CorrectionRejectedException.CorrectionRejection.NOT_READY);
        var entry = engagements
                .find(brand, engagement)
                .orElseThrow(() -> new CorrectionRejectedException(CorrectionRejectedException.CorrectionRejection.UNKNOWN_ENGAGEMENT));
        require(hasTheirWords(entry), CorrectionRejectedException.CorrectionRejection.NO_INBOUND_TEXT);
        var before = corrections.findAll(brand, List.of(engagement)).get(engagement);
        var version = before == null ? 0 : before.version();
        require(said.expectedVersion() == null || said.expectedVersion() == version, CorrectionRejectedException.CorrectionRejection.VERSION_CONFLICT);
        var correction = new SentimentCorrected(
                brand.agency(),
                brand.brand(),
                entry.channel(),
                entry.handle(),
                engagement,
                said.polarity(),
                said.by(),
                said.reason(),
                version + 1,
                said.at());
        require(corrections.saveNextVersion(brand, correction), CorrectionRejectedException.CorrectionRejection.VERSION_CONFLICT);
        var judged = judgements.findAll(brand, List.of(engagement)).get(engagement);
        return new CorrectionResult(
                TextSentiment.corrected(correction, judged), publication.publish().test(correction));
    }

    private static boolean hasTheirWords(TimelineEntry entry) {
        var text = entry.text();
        return entry.direction() == Direction.INBOUND && text != null && !text.isBlank();
    }

    private static void require(boolean holds, CorrectionRejectedException.CorrectionRejection otherwise) {
        if (!holds) {
            throw new CorrectionRejectedException(otherwise);
        }
    }
}
