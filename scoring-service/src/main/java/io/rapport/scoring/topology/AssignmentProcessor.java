package io.rapport.scoring.topology;

import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.Holdings;
import io.rapport.scoring.domain.ServiceLedger;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Moves all a handle holds when the handle changes hands: a minus there, a plus here. Nothing is replayed. */
final class AssignmentProcessor implements Processor<String, HandleAssigned, String, Object> {

    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, HandleState> handles;
    private HandleConversations conversations;
    private BrandAccounts accounts;
    private Messages messages;

    @SuppressWarnings("NullAway.Init")
    AssignmentProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.handles = context.getStateStore(HandleTopology.HANDLE_LEDGER);
        this.conversations = new HandleConversations(context);
        this.accounts = new BrandAccounts(context);
        this.messages = new Messages(context);
    }

    @Override
    public void process(Record<String, HandleAssigned> record) {
        var assignment = checked(record);
        @Nullable HandleState known = handles.get(record.key());
        var before = known == null ? HandleState.NEW : known;
        if (assignment.version() <= before.version()) {
            return;
        }
        var after = before.assigned(assignment);
        handles.put(record.key(), after);
        if (before.staff() != after.staff()) {
            messages.turn(record.key());
        }
        if (before.count() > 0) {
            move(record, before, after);
        }
    }

    private void move(Record<String, HandleAssigned> record, HandleState before, HandleState after) {
        var from = before.scoresFor();
        var to = after.scoresFor();
        if (from != null && !from.equals(to)) {
            forward(record, from, Holdings.EMPTY.minus(before.holdings()));
        }
        if (to != null && !to.equals(from)) {
            forward(record, to, after.holdings());
        }
        if (before.outcome() != after.outcome()) {
            var service = conversations.service(record.key());
            accounts.add(
                    record.value().handleKey().brand().key(),
                    AccountsChange.moved(before.outcome(), after.outcome(), after.count())
                            .with(after.staff() ? ServiceLedger.EMPTY.minus(service) : service));
        }
    }

    private void forward(Record<String, HandleAssigned> record, String person, Holdings change) {
        var key = record.value().handleKey().brand().key(person);
        context.forward(new Record<>(key, new PersonDelta(ChangeReason.IDENTITY_CHANGED, change), record.timestamp()));
    }

    // JSON gives null for any field, whatever its type says.
    @SuppressWarnings("ConstantValue")
    private static HandleAssigned checked(Record<String, HandleAssigned> record) {
        var assignment = record.value();
        if (record.key() == null || assignment == null || assignment.person() == null) {
            throw new IllegalArgumentException("An assignment has a key, a value and a person");
        }
        if (!assignment.handleKey().key().equals(record.key())) {
            throw new IllegalArgumentException("The record's key is not the assigned handle");
        }
        return assignment;
    }
}
