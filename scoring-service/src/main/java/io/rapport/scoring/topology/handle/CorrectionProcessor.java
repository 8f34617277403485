package io.rapport.scoring.topology.handle;

import io.rapport.scoring.topology.handle.state.HandleLedgerUpdater;
import io.rapport.scoring.topology.handle.message.HandleMessages;
import io.rapport.scoring.topology.handle.text.MessageSentiment;
import io.rapport.scoring.topology.handle.text.RememberedPolarities;
import io.rapport.scoring.topology.handle.state.SeenEngagement;
import io.rapport.scoring.topology.handle.state.SeenEngagementKeys;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.scoring.domain.ledger.EngagementLedgerChanges;
import io.rapport.scoring.domain.ledger.MessageTone;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Lets people say how a text was meant: the ledger moves by the difference. What comes before its engagement is kept until
 * it comes; the highest version holds.
 */
final class CorrectionProcessor implements Processor<String, SentimentCorrected, String, Object> {

    private ProcessorContext<String, Object> context;
    private KeyValueStore<Bytes, SeenEngagement> seen;
    private HandleLedgerUpdater handles;
    private HandleMessages messages;

    @SuppressWarnings("NullAway.Init")
    CorrectionProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.seen = context.getStateStore(HandleTopology.ENGAGEMENT_SEEN);
        this.handles = new HandleLedgerUpdater(context);
        this.messages = new HandleMessages(context);
    }

    @Override
    public void process(Record<String, SentimentCorrected> record) {
        var corrected = requireValid(record);
        var id = SeenEngagementKeys.of(corrected.engagement());
        var known = seen.get(id);
        var before = known == null ? SeenEngagement.EMPTY : known;
        if (!before.isNewer(corrected.version())) {
            return;
        }
        var correction = new SeenEngagement.AppliedCorrection(
                corrected.version(), corrected.polarity(), corrected.at().toEpochMilli());
        var text = before.text();
        if (text == null || text.handle() != record.key().hashCode()) {
            seen.put(id, before.withCorrection(correction, text));
            return;
        }
        var verdict = MessageSentiment.ofCorrection(correction);
        var after = new SeenEngagement.SeenText(text.handle(), text.day(), verdict.millionths(), text.words());
        var event = MessageSentiment.toRecord(
                HandleKey.of(record.key()), corrected.engagement(), verdict, corrected.at(), corrected.version());
        seen.put(id, before.withCorrection(correction, after));
        handles.add(
                record.key(),
                EngagementLedgerChanges.polarityChange(text.day(), text.polarity(), after.polarity()),
                record.timestamp());
        messages.changeTone(record.key(), corrected.engagement(), MessageTone.of(after.polarity()), record.timestamp());
        context.forward(event);
        context.forward(RememberedPolarities.toRecord(corrected.brandKey(), text.words(), correction, record.timestamp()));
    }

    // JSON gives null for any field, whatever its type says.
    @SuppressWarnings("ConstantValue")
    private static SentimentCorrected requireValid(Record<String, SentimentCorrected> record) {
        var corrected = record.value();
        if (record.key() == null || corrected == null || corrected.engagement() == null || corrected.at() == null) {
            throw new IllegalArgumentException("A correction has a key, a value, an engagement and a time");
        }
        if (!(Math.abs(corrected.polarity()) <= 1)) {
            throw new IllegalArgumentException("A polarity is from -1 to 1, not " + corrected.polarity());
        }
        var handle = new HandleKey(corrected.brandKey(), corrected.channel(), corrected.handle());
        if (!handle.key().equals(record.key())) {
            throw new IllegalArgumentException("The record's key is not the handle whose text was corrected");
        }
        return corrected;
    }
}
