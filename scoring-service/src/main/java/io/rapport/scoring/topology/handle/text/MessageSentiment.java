package io.rapport.scoring.topology.handle.text;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.sentiment.SentimentJudged;
import io.rapport.contracts.sentiment.SentimentJudgedBuilder;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.messaging.publish.CloudEvent;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.sentiment.SentimentAnalyser;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.topology.handle.state.SeenEngagement;
import io.rapport.scoring.topology.support.PublicEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sentiment of texts: a correction of this text, else a remembered correction of an equal text, else the judgement of the
 * analyser. When the analyser fails, the engagement counts without sentiment.
 */
public final class MessageSentiment {

    private static final Logger LOG = LoggerFactory.getLogger(MessageSentiment.class);
    private static final JsonSerde<SentimentJudged> JSON = new JsonSerde<>(SentimentJudged.class);
    private static final String CORRECTION = "correction";
    private static final String REMEMBERED_CORRECTION = "correction of the same words";

    private final RememberedPolarities remembered;
    private final Function<String, SentimentJudgement> analyser;

    MessageSentiment(RememberedPolarities remembered, Function<String, SentimentJudgement> analyser) {
        this.remembered = remembered;
        this.analyser = analyser;
    }

    /** A polarity, its confidence and what decided it. */
    public record PolarityVerdict(double polarity, double confidence, List<String> decidedBy) {

        public int millionths() {
            return (int) Math.round(polarity * LedgerEntry.POLARITY_SCALE);
        }
    }

    /** Judges a text without a correction; null when there is no verdict. */
    @Nullable
    PolarityVerdict judge(EngagementReceived engagement, String text, long words) {
        var before = remembered.findBefore(engagement.receivedAt(), engagement.brandKey(), words);
        return before == null
                ? analyse(engagement.id(), text)
                : new PolarityVerdict(before, 1, List.of(REMEMBERED_CORRECTION));
    }

    /** Returns the verdict of a correction. */
    public static PolarityVerdict ofCorrection(SeenEngagement.AppliedCorrection correction) {
        return new PolarityVerdict(correction.polarity(), 1, List.of(CORRECTION));
    }

    /**
     * Returns the record of the public event.
     *
     * @param version that of the correction and the rank of the revision, as far as there are any; part of the id of the event
     */
    public static Record<String, PublicEvent> toRecord(
            HandleKey handle, UUID engagement, PolarityVerdict verdict, Instant at, String version) {
        var topic = Topic.SENTIMENT_JUDGED;
        var judged = SentimentJudgedBuilder.builder()
                .agency(handle.brand().agency())
                .brand(handle.brand().brand())
                .channel(handle.channel())
                .handle(handle.handle())
                .engagement(engagement)
                .polarity(verdict.polarity())
                .confidence(verdict.confidence())
                .decidedBy(verdict.decidedBy())
                .analyser(SentimentAnalyser.VERSION)
                .at(at)
                .build();
        var id = DeterministicIds.of(topic.name(), engagement + "#" + version).toString();
        return PublicEvent.eventRecord(
                new PublicEvent(topic, JSON.write(judged)),
                new CloudEvent(id, topic.type(), "urn:rapport:" + PublicEvent.SOURCE, handle.key(), at));
    }

    private @Nullable PolarityVerdict analyse(UUID engagement, String text) {
        try {
            var judgement = analyser.apply(text);
            return new PolarityVerdict(judgement.polarity(), judgement.confidence(), judgement.decidedBy());
        } catch (RuntimeException e) {
            LOG.warn(
                    "Sentiment analysis of engagement {} failed; it counts without sentiment: {}",
                    engagement,
                    e.toString());
            return null;
        }
    }
}
