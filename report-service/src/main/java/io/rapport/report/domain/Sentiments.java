package io.rapport.report.domain;

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
public final class Sentiments {

    private final Engagements engagements;
    private final Judgements judgements;
    private final Corrections corrections;
    private final Telling telling;

    /** Sentiments in these stores. */
    public Sentiments(ReportStore store, Telling telling) {
        this.engagements = store.engagements();
        this.judgements = store.judgements();
        this.corrections = store.corrections();
        this.telling = telling;
    }

    /**
     * How the other services hear of corrections.
     *
     * @param ready whether all that was decided before is in the store, so that versions go on from there
     * @param tell publishes a correction, and answers whether that succeeded; if not, it is tried again later
     */
    public record Telling(BooleanSupplier ready, Predicate<SentimentCorrected> tell) {}

    /**
     * What somebody says.
     *
     * @param polarity -1 to 1
     * @param reason in their words
     * @param by who says so
     * @param on the version they saw, so that nobody is overridden unseen; null for whatever there is
     */
    public record Said(
            double polarity,
            String reason,
            String by,
            Instant at,
            @Nullable Long on) {}

    /**
     * A correction that holds.
     *
     * @param published whether the other services were told already; if not, they will be
     */
    public record Corrected(Sentiment sentiment, boolean published) {}

    /** How these engagements' texts were meant, where anybody judged. */
    public Map<UUID, Sentiment> of(BrandKey brand, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<>(judgements.of(brand, ids));
        corrections
                .of(brand, ids)
                .forEach((id, correction) -> found.put(id, Sentiment.corrected(correction, found.get(id))));
        return found;
    }

    /** These entries with how their texts were meant. */
    public List<TimelineEntry> judged(BrandKey brand, List<TimelineEntry> entries) {
        var sentiments = of(brand, entries.stream().map(TimelineEntry::id).toList());
        return entries.stream()
                .map(entry -> entry.with(sentiments.get(entry.id())))
                .toList();
    }

    /**
     * Says how a text was meant. It holds from now on, over every analyser.
     *
     * @throws NotCorrected with the reason
     */
    public Corrected correct(BrandKey brand, UUID engagement, Said said) {
        require(telling.ready().getAsBoolean(), NotCorrected.Because.NOT_READY);
        var entry = engagements
                .find(brand, engagement)
                .orElseThrow(() -> new NotCorrected(NotCorrected.Because.UNKNOWN_ENGAGEMENT));
        require(hasTheirWords(entry), NotCorrected.Because.NO_WORDS);
        var before = corrections.of(brand, List.of(engagement)).get(engagement);
        var version = before == null ? 0 : before.version();
        require(said.on() == null || said.on() == version, NotCorrected.Because.OVERTAKEN);
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
        require(corrections.save(brand, correction), NotCorrected.Because.OVERTAKEN);
        var judged = judgements.of(brand, List.of(engagement)).get(engagement);
        return new Corrected(
                Sentiment.corrected(correction, judged), telling.tell().test(correction));
    }

    private static boolean hasTheirWords(TimelineEntry entry) {
        var text = entry.text();
        return entry.direction() == Direction.INBOUND && text != null && !text.isBlank();
    }

    private static void require(boolean holds, NotCorrected.Because otherwise) {
        if (!holds) {
            throw new NotCorrected(otherwise);
        }
    }
}
