package io.rapport.scoring.topology.handle.text;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.topology.handle.state.SeenEngagement;
import io.rapport.scoring.topology.handle.text.MessageSentiment.PolarityVerdict;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.support.PublicEvent;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Analyses the text of engagements: judges its sentiment, publishes the verdict and returns what is stored of it. */
public final class MessageTextAnalysis {

    private final Consumer<Record<String, PublicEvent>> events;
    private final MessageSentiment sentiments;

    /**
     * Opens the stores.
     *
     * @param analyser judges the sentiment of texts
     * @param events receives the public events
     */
    public MessageTextAnalysis(
            ProcessorContext<?, ?> context,
            Function<String, SentimentJudgement> analyser,
            Consumer<Record<String, PublicEvent>> events) {
        this.events = events;
        this.sentiments = new MessageSentiment(new RememberedPolarities(context), analyser);
    }

    /**
     * The analysed text of an engagement.
     *
     * @param words hash of brand and text; null without text
     * @param initialPolarity polarity in millionths before corrections; it decides whether the message is a question
     * @param verdict the polarity that counts; null when none was found
     */
    public record AnalysedText(
            @Nullable Long words,
            int initialPolarity,
            @Nullable PolarityVerdict verdict) {

        /** No text. */
        public static final AnalysedText EMPTY = new AnalysedText(null, LedgerEntry.NOT_JUDGED, null);

        /** The polarity in millionths. */
        public int polarity() {
            return millionths(verdict);
        }
    }

    /** Analyses a text; a correction that arrived before the engagement replaces the verdict. */
    public AnalysedText analyse(EngagementReceived engagement, SeenEngagement.@Nullable AppliedCorrection correction) {
        var text = TextFingerprint.textOf(engagement);
        if (text == null) {
            return AnalysedText.EMPTY;
        }
        var words = TextFingerprint.hash(engagement.brandKey(), text);
        var initial = sentiments.judge(engagement, text, words);
        return new AnalysedText(
                words, millionths(initial), correction == null ? initial : MessageSentiment.ofCorrection(correction));
    }

    /**
     * Publishes the verdict on a text, if there is one.
     *
     * @param judgedAt the time of a verdict that is no correction
     */
    public void publish(
            Record<String, EngagementReceived> record,
            AnalysedText text,
            SeenEngagement.@Nullable AppliedCorrection correction,
            Instant judgedAt) {
        if (text.verdict() == null) {
            return;
        }
        var engagement = record.value();
        var at = correction == null ? judgedAt : Instant.ofEpochMilli(correction.at());
        var version = correction == null ? 0 : correction.version();
        var rank = engagement.revisionRank();
        events.accept(MessageSentiment.toRecord(
                engagement.handleKey(),
                engagement.id(),
                text.verdict(),
                at,
                rank == 0 ? String.valueOf(version) : version + "#" + rank));
    }

    /** Remembers a correction, if there is one, for equal texts. */
    public void remember(
            Record<String, EngagementReceived> record,
            AnalysedText text,
            SeenEngagement.@Nullable AppliedCorrection correction) {
        if (text.words() != null && correction != null) {
            events.accept(RememberedPolarities.toRecord(
                    record.value().brandKey(), text.words(), correction, record.timestamp()));
        }
    }

    /** Returns what is stored of the text; null without text. */
    public static SeenEngagement.@Nullable SeenText toSeenText(
            Record<String, EngagementReceived> record, AnalysedText text) {
        return text.words() == null
                ? null
                : new SeenEngagement.SeenText(
                        record.key().hashCode(),
                        EpochDays.of(record.value().effectiveDay()),
                        text.polarity(),
                        text.words());
    }

    private static int millionths(@Nullable PolarityVerdict verdict) {
        return verdict == null ? LedgerEntry.NOT_JUDGED : verdict.millionths();
    }
}
