package io.rapport.scoring.topology.handle;

import io.rapport.scoring.topology.handle.state.BrandAccountsBuffer;
import io.rapport.scoring.topology.handle.state.HandleConversationStore;
import io.rapport.scoring.topology.handle.message.HandleMessages;
import io.rapport.scoring.topology.handle.state.HandleState;
import io.rapport.scoring.topology.handle.state.HandleStateStore;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.person.state.PersonDelta;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Moves all a handle holds when the handle changes hands: a minus there, a plus here. Nothing is replayed. A tombstone
 * erases the handle: a minus there, and what was counted is rejected from then on.
 */
final class AssignmentProcessor implements Processor<String, HandleAssigned, String, Object> {

    private final SuppressionHashes suppressions;
    private ProcessorContext<String, Object> context;
    private HandleStateStore handles;
    private HandleConversationStore conversations;
    private BrandAccountsBuffer accounts;
    private HandleMessages messages;

    @SuppressWarnings("NullAway.Init")
    AssignmentProcessor(SuppressionHashes suppressions) {
        this.suppressions = suppressions;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.handles = new HandleStateStore(context, suppressions);
        this.conversations = new HandleConversationStore(context);
        this.accounts = new BrandAccountsBuffer(context);
        this.messages = new HandleMessages(context);
    }

    @Override
    public void process(Record<String, HandleAssigned> record) {
        if (isTombstone(record)) {
            erase(record);
            return;
        }
        var assignment = requireValid(record);
        var before = handles.get(record.key());
        if (assignment.version() <= before.version()) {
            return;
        }
        var after = before.withAssignment(assignment);
        handles.put(record.key(), after);
        if (before.staff() != after.staff()) {
            messages.scheduleAll(record.key());
        }
        move(record, before, after);
    }

    private void erase(Record<String, HandleAssigned> record) {
        // First, for what cascades gave the handle goes with the rest of it.
        messages.erase(record.key(), record.timestamp());
        var before = handles.get(record.key());
        var hash = handles.erase(record.key());
        move(record, before, HandleState.ERASED);
        conversations.delete(record.key());
        context.forward(ErasureEvents.erasureDone(HandleKey.of(record.key()).brand(), hash, before, record.timestamp()));
    }

    private void move(Record<String, HandleAssigned> record, HandleState before, HandleState after) {
        if (before.count() == 0) {
            return;
        }
        var from = before.scoredPerson();
        var to = after.scoredPerson();
        if (from != null && !from.equals(to)) {
            forward(record, from, LedgerBundle.EMPTY.minus(before.holdings()));
        }
        if (to != null && !to.equals(from)) {
            forward(record, to, after.holdings());
        }
        if (before.outcome() != after.outcome()) {
            var service = conversations.serviceLedger(record.key());
            accounts.add(
                    HandleKey.of(record.key()).brand().key(),
                    BrandAccountsChange.ofMove(before.outcome(), after.outcome(), before.count())
                            .withAnswers(countedAnswers(after, service).minus(countedAnswers(before, service))));
        }
    }

    private static ServiceLedger countedAnswers(HandleState handle, ServiceLedger service) {
        return handle.outcome() == EngagementOutcome.SCORED ? service : ServiceLedger.EMPTY;
    }

    private void forward(Record<String, HandleAssigned> record, String person, LedgerBundle change) {
        var key = HandleKey.of(record.key()).brand().key(person);
        var reason = isTombstone(record) ? ChangeReason.ERASED : ChangeReason.IDENTITY_CHANGED;
        context.forward(new Record<>(key, new PersonDelta(reason, change), record.timestamp()));
    }

    // A topic's value may be null, whatever its type says.
    @SuppressWarnings("ConstantValue")
    private static boolean isTombstone(Record<String, HandleAssigned> record) {
        return record.key() != null && record.value() == null;
    }

    // JSON gives null for any field, whatever its type says.
    @SuppressWarnings("ConstantValue")
    private static HandleAssigned requireValid(Record<String, HandleAssigned> record) {
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
