package io.rapport.scoring.topology.handle;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.scoring.domain.ledger.EngagementLedgerChanges;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.handle.message.HandleMessages;
import io.rapport.scoring.topology.handle.state.HandleLedgerUpdater;
import io.rapport.scoring.topology.handle.state.HandleStores;
import io.rapport.scoring.topology.handle.state.SeenEngagement;
import io.rapport.scoring.topology.handle.state.SeenEngagementKeys;
import io.rapport.scoring.topology.handle.text.MessageSentiment;
import io.rapport.scoring.topology.handle.text.RememberedPolarities;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.support.ProcessorOutput;
import io.rapport.scoring.topology.support.PublicEvent;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Applies sentiment corrections: changes the ledger by the difference in polarity. A correction that arrives before its
 * engagement is stored until then; the highest version wins.
 */
final class CorrectionProcessor implements Processor<String, SentimentCorrected, String, Object> {

    static final ProcessorOutput<PublicEvent> EVENTS =
            new ProcessorOutput<>("corrections-published", PublicEvent.class);
    static final ProcessorOutput<PersonDelta> PERSON_DELTAS =
            new ProcessorOutput<>("corrections-person-deltas", PersonDelta.class);
    static final ProcessorOutput<CascadeChange> CASCADE_CHANGES =
            new ProcessorOutput<>("corrections-cascade-changes", CascadeChange.class);

    private Consumer<Record<String, PublicEvent>> events;
    private KeyValueStore<Bytes, SeenEngagement> seen;
    private HandleLedgerUpdater handles;
    private HandleMessages messages;

    @SuppressWarnings("NullAway.Init")
    CorrectionProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.events = EVENTS.of(context);
        this.seen = context.getStateStore(HandleStores.ENGAGEMENT_SEEN);
        this.handles = new HandleLedgerUpdater(context, PERSON_DELTAS.of(context));
        this.messages = new HandleMessages(context, handles, CASCADE_CHANGES.of(context));
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
                HandleKey.of(record.key()),
                corrected.engagement(),
                verdict,
                corrected.at(),
                String.valueOf(corrected.version()));
        seen.put(id, before.withCorrection(correction, after));
        handles.add(
                record.key(),
                EngagementLedgerChanges.polarityChange(text.day(), text.polarity(), after.polarity()),
                record.timestamp());
        messages.changeTone(record.key(), corrected.engagement(), MessageTone.of(after.polarity()), record.timestamp());
        events.accept(event);
        events.accept(
                RememberedPolarities.toRecord(corrected.brandKey(), text.words(), correction, record.timestamp()));
    }

    // Deserialized fields may be null, although their types are not nullable.
    @SuppressWarnings("ConstantValue")
    private static SentimentCorrected requireValid(Record<String, SentimentCorrected> record) {
        var corrected = record.value();
        if (record.key() == null || corrected == null || corrected.engagement() == null || corrected.at() == null) {
            throw new IllegalArgumentException("A correction needs a key, a value, an engagement and a time");
        }
        if (!(Math.abs(corrected.polarity()) <= 1)) {
            throw new IllegalArgumentException("The polarity must be from -1 to 1: " + corrected.polarity());
        }
        var handle = new HandleKey(corrected.brandKey(), corrected.channel(), corrected.handle());
        if (!handle.key().equals(record.key())) {
            throw new IllegalArgumentException("The record key is not the key of the handle whose text was corrected");
        }
        return corrected;
    }
}
