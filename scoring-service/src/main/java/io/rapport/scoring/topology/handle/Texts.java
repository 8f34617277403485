package io.rapport.scoring.topology.handle;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.topology.handle.Sentiments.Verdict;
import io.rapport.scoring.topology.state.Days;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What engagements say: how it was meant, what others are told of it, and what is kept. */
final class Texts {

    private final ProcessorContext<String, Object> context;
    private final Sentiments sentiments;

    Texts(ProcessorContext<String, Object> context, Function<String, SentimentJudgement> analyser) {
        this.context = context;
        this.sentiments = new Sentiments(new RememberedWords(context), analyser);
    }

    /**
     * What an engagement says.
     *
     * @param words hash of brand and words; null when it says nothing
     * @param heard how it was taken when it came, in millionths: whether it asks for an answer stays as it was heard
     * @param verdict how it was meant; null when nobody can tell
     */
    record Said(@Nullable Long words, int heard, @Nullable Verdict verdict) {

        static final Said NOTHING = new Said(null, LedgerEntry.NOT_JUDGED, null);

        int polarity() {
            return millionths(verdict);
        }
    }

    Said hear(EngagementReceived engagement, Seen.@Nullable Correction correction) {
        var text = Words.of(engagement);
        if (text == null) {
            return Said.NOTHING;
        }
        var words = Words.hash(engagement.brandKey(), text);
        var heard = sentiments.judge(engagement, text, words);
        return new Said(words, millionths(heard), correction == null ? heard : Sentiments.said(correction));
    }

    /** Publishes the verdict, and gives what is kept of the words; null when there are none. */
    Seen.@Nullable Text tell(
            Record<String, EngagementReceived> record, Said said, Seen.@Nullable Correction correction) {
        var engagement = record.value();
        if (said.words() == null) {
            return null;
        }
        if (said.verdict() != null) {
            var at = correction == null ? engagement.receivedAt() : Instant.ofEpochMilli(correction.at());
            var version = correction == null ? 0 : correction.version();
            context.forward(Sentiments.event(engagement.handleKey(), engagement.id(), said.verdict(), at, version));
        }
        if (correction != null) {
            context.forward(RememberedWords.of(engagement.brandKey(), said.words(), correction, record.timestamp()));
        }
        return new Seen.Text(record.key().hashCode(), Days.of(engagement.effectiveDay()), said.polarity(), said.words());
    }

    private static int millionths(@Nullable Verdict verdict) {
        return verdict == null ? LedgerEntry.NOT_JUDGED : verdict.millionths();
    }
}
