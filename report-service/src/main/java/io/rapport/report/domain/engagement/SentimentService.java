package io.rapport.report.domain.engagement;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.contracts.sentiment.SentimentCorrectedBuilder;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sentiment of texts: judgements of analysers, and corrections of them by people. */
public final class SentimentService {

    private final EngagementRepository engagements;
    private final JudgementRepository judgements;
    private final CorrectionRepository corrections;
    private final DecisionRecorder<SentimentCorrected> recorder;

    /** A service on these repositories and the recorder of the corrections. */
    public SentimentService(
            EngagementRepository engagements,
            JudgementRepository judgements,
            CorrectionRepository corrections,
            DecisionRecorder<SentimentCorrected> recorder) {
        this.engagements = engagements;
        this.judgements = judgements;
        this.corrections = corrections;
        this.recorder = recorder;
    }

    /**
     * A correction that a person wants to make.
     *
     * @param polarity -1 to 1
     * @param expectedVersion the version the person saw (optimistic lock); null to overwrite any version
     */
    public record CorrectionCommand(
            double polarity,
            String reason,
            String by,
            Instant at,
            @Nullable Long expectedVersion) {}

    /**
     * A correction that was saved.
     *
     * @param published whether the broker has acknowledged it; if not, it is pending in the outbox
     */
    public record CorrectionResult(TextSentiment sentiment, boolean published) {}

    /** The sentiments of these engagements; engagements that were not judged are left out. */
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

    /** These entries with the sentiments of those with a text: an edit may have removed the text that was judged. */
    public List<TimelineEntry> withSentiment(BrandKey brand, List<TimelineEntry> entries) {
        var sentiments = findAll(brand, entries.stream().map(TimelineEntry::id).toList());
        return entries.stream()
                .map(entry -> entry.withSentiment(entry.hasInboundText() ? sentiments.get(entry.id()) : null))
                .toList();
    }

    /**
     * Corrects the sentiment of a text. The correction takes precedence over every analyser.
     *
     * @throws DecisionRejectedException with the reason
     */
    public CorrectionResult correct(BrandKey brand, UUID engagement, CorrectionCommand command) {
        recorder.requireReady();
        var entry = engagements
                .find(brand, engagement)
                .orElseThrow(() -> new DecisionRejectedException(DecisionRejection.UNKNOWN));
        DecisionRejectedException.require(entry.hasInboundText(), DecisionRejection.NO_INBOUND_TEXT);
        var stored = corrections.findAll(brand, List.of(engagement)).get(engagement);
        var version = stored == null ? 0 : stored.version();
        DecisionRecorder.requireVersion(command.expectedVersion(), version);
        var correction = correction(brand, entry, command, version + 1);
        recorder.save(correction);
        var judged = judgements.findAll(brand, List.of(engagement)).get(engagement);
        return new CorrectionResult(TextSentiment.corrected(correction, judged), recorder.publish(correction));
    }

    private static SentimentCorrected correction(
            BrandKey brand, TimelineEntry entry, CorrectionCommand command, long version) {
        return SentimentCorrectedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .channel(entry.channel())
                .handle(entry.handle())
                .engagement(entry.id())
                .polarity(command.polarity())
                .by(command.by())
                .reason(command.reason())
                .version(version)
                .at(command.at())
                .build();
    }
}
