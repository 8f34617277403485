package io.rapport.scoring.topology;

import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.score.ChangeReason;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Learns who is a client. One who was never seen has a relationship too: nobody should overlook them. */
final class PersonProcessor implements Processor<String, PersonDescribed, String, Object> {

    private ProcessorContext<String, Object> context;
    private PersonScores scores;

    @SuppressWarnings("NullAway.Init")
    PersonProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.scores = new PersonScores(context);
    }

    @Override
    public void process(Record<String, PersonDescribed> record) {
        var person = checked(record);
        var before = scores.of(record.key());
        if (person.version() <= before.identityVersion()) {
            return;
        }
        // Of a merged person the other one is the client now.
        var client = person.client() && person.mergedInto() == null;
        var after = before.described(client, person.version());
        scores.apply(
                new PersonChange(record.key(), before, after, ChangeReason.IDENTITY_CHANGED),
                new Moment(context.currentSystemTimeMs(), record.timestamp()));
    }

    // JSON gives null for any field, whatever its type says.
    @SuppressWarnings("ConstantValue")
    private static PersonDescribed checked(Record<String, PersonDescribed> record) {
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
