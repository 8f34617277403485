package io.rapport.scoring.topology.handle.text;

import io.rapport.scoring.topology.handle.state.SeenEngagement;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.topology.handle.text.MessageSentiment.PolarityVerdict;
import io.rapport.scoring.topology.state.EpochDays;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What engagements say: how it was meant, what others are told of it, and what is kept. */
public final class MessageTextAnalysis {

    private final ProcessorContext<String, Object> context;
    private final MessageSentiment sentiments;

    public MessageTextAnalysis(ProcessorContext<String, Object> context, Function<String, SentimentJudgement> analyser) {
        this.context = context;
        this.sentiments = new MessageSentiment(new RememberedPolarities(context), analyser);
    }

    /**
     * What an engagement says.
     *
     * @param words hash of brand and words; null when it says nothing
     * @param heard how it was taken when it came, in millionths: whether it asks for an answer stays as it was heard
     * @param verdict how it was meant; null when nobody can tell
     */
    public record AnalysedText(@Nullable Long words, int initialPolarity, @Nullable PolarityVerdict verdict) {

        static final AnalysedText EMPTY = new AnalysedText(null, LedgerEntry.NOT_JUDGED, null);

        public int polarity() {
            return millionths(verdict);
        }
    }

    public AnalysedText analyse(EngagementReceived engagement, SeenEngagement.@Nullable AppliedCorrection correction) {
        var text = TextFingerprint.textOf(engagement);
        if (text == null) {
            return AnalysedText.EMPTY;
        }
        var words = TextFingerprint.hash(engagement.brandKey(), text);
        var heard = sentiments.judge(engagement, text, words);
        return new AnalysedText(words, millionths(heard), correction == null ? heard : MessageSentiment.ofCorrection(correction));
    }

    /** Publishes the verdict, and gives what is kept of the words; null when there are none. */
    public SeenEngagement.@Nullable SeenText publish(
            Record<String, EngagementReceived> record, AnalysedText said, SeenEngagement.@Nullable AppliedCorrection correction) {
        var engagement = record.value();
        if (said.words() == null) {
            return null;
        }
        if (said.verdict() != null) {
            var at = correction == null ? engagement.receivedAt() : Instant.ofEpochMilli(correction.at());
            var version = correction == null ? 0 : correction.version();
            context.forward(MessageSentiment.toRecord(engagement.handleKey(), engagement.id(), said.verdict(), at, version));
        }
        if (correction != null) {
            context.forward(RememberedPolarities.toRecord(engagement.brandKey(), said.words(), correction, record.timestamp()));
        }
        return new SeenEngagement.SeenText(record.key().hashCode(), EpochDays.of(engagement.effectiveDay()), said.polarity(), said.words());
    }

    private static int millionths(@Nullable PolarityVerdict verdict) {
        return verdict == null ? LedgerEntry.NOT_JUDGED : verdict.millionths();
    }
}
