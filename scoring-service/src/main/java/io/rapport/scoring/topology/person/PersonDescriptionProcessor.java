package io.rapport.scoring.topology.person;

import io.rapport.scoring.topology.person.score.PersonChange;
import io.rapport.scoring.topology.person.score.PersonScorer;
import io.rapport.scoring.topology.person.score.ProcessingTime;

import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.score.ChangeReason;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Learns who is a client. One who was never seen has a relationship too: nobody should overlook them. */
final class PersonDescriptionProcessor implements Processor<String, PersonDescribed, String, Object> {

    private ProcessorContext<String, Object> context;
    private PersonScorer scores;

    @SuppressWarnings("NullAway.Init")
    PersonDescriptionProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.scores = new PersonScorer(context);
    }

    @Override
    public void process(Record<String, PersonDescribed> record) {
        if (isTombstone(record)) {
            erase(record);
            return;
        }
        var person = requireValid(record);
        var before = scores.get(record.key());
        if (person.version() <= before.identityVersion()) {
            return;
        }
        // Of a merged person the other one is the client now.
        var client = person.client() && person.mergedInto() == null;
        var after = before.withDescription(client, person.version());
        apply(record, new PersonChange(record.key(), before, after, ChangeReason.IDENTITY_CHANGED));
    }

    /** Nobody's client any more. What the handles brought goes with the handles, before or after. */
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

    // A topic's value may be null, whatever its type says.
    @SuppressWarnings("ConstantValue")
    private static boolean isTombstone(Record<String, PersonDescribed> record) {
        return record.key() != null && record.value() == null;
    }

    // JSON gives null for any field, whatever its type says.
    @SuppressWarnings("ConstantValue")
    private static PersonDescribed requireValid(Record<String, PersonDescribed> record) {
        var person = record.value();
        if (record.key() == null || person == null || person.person() == null) {
            throw new IllegalArgumentException("A person has a key, a value and an id");
        }
        if (!person.brandKey().key(person.person().toString()).equals(record.key())) {
            throw new IllegalArgumentException("The record's key is not the described person");
        }
        return person;
    }
}
