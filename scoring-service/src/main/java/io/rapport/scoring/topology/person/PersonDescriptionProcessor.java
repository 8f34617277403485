package io.rapport.scoring.topology.person;

import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.topology.person.score.PersonChange;
import io.rapport.scoring.topology.person.score.PersonScorer;
import io.rapport.scoring.topology.person.score.ProcessingTime;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.SourceTopics;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Applies descriptions of people: whether a person is a client. A client without engagements has a relationship too.
 */
final class PersonDescriptionProcessor implements Processor<String, PersonDescribed, String, PublicEvent> {

    private ProcessorContext<String, PublicEvent> context;
    private PersonScorer scores;

    @SuppressWarnings("NullAway.Init")
    PersonDescriptionProcessor() {}

    @Override
    public void init(ProcessorContext<String, PublicEvent> context) {
        this.context = context;
        this.scores = new PersonScorer(context, context::forward);
    }

    @Override
    public void process(Record<String, PersonDescribed> record) {
        if (SourceTopics.isTombstone(record)) {
            erase(record);
            return;
        }
        var person = requireValid(record);
        var before = scores.get(record.key());
        if (person.version() <= before.identityVersion()) {
            return;
        }
        // After a merge, the surviving person is the client.
        var client = person.client() && person.mergedInto() == null;
        var after = before.withDescription(client, person.version());
        apply(record, new PersonChange(record.key(), before, after, ChangeReason.IDENTITY_CHANGED));
    }

    /** Removes the client flag of an erased person. The ledgers of the handles are moved by their own tombstones. */
    private void erase(Record<String, PersonDescribed> record) {
        var before = scores.get(record.key());
        if (before.client()) {
            var after = before.withDescription(false, before.identityVersion());
            apply(record, new PersonChange(record.key(), before, after, ChangeReason.ERASED));
        }
    }

    private void apply(Record<String, PersonDescribed> record, PersonChange change) {
        scores.apply(change, new ProcessingTime(context.currentSystemTimeMs(), record.timestamp()));
    }

    // Deserialized fields may be null, although their types are not nullable.
    @SuppressWarnings("ConstantValue")
    private static PersonDescribed requireValid(Record<String, PersonDescribed> record) {
        var person = record.value();
        if (record.key() == null || person == null || person.person() == null) {
            throw new IllegalArgumentException("A person needs a key, a value and an id");
        }
        if (!person.brandKey().key(person.person().toString()).equals(record.key())) {
            throw new IllegalArgumentException("The record key is not the key of the described person");
        }
        return person;
    }
}
