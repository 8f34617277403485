package io.rapport.scoring.topology.handle;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.handle.message.HandleMessages;
import io.rapport.scoring.topology.handle.state.BrandAccountsBuffer;
import io.rapport.scoring.topology.handle.state.CountedEngagementStore;
import io.rapport.scoring.topology.handle.state.HandleConversationStore;
import io.rapport.scoring.topology.handle.state.HandleLedgerUpdater;
import io.rapport.scoring.topology.handle.state.HandleOrderStore;
import io.rapport.scoring.topology.handle.state.HandleState;
import io.rapport.scoring.topology.handle.state.HandleStateStore;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.support.ProcessorOutput;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.SourceTopics;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Moves the ledger of a handle when its assignment changes: subtracts it from the previous person and adds it to the new one.
 * No engagement is replayed. A tombstone erases the handle: its ledger is subtracted and its engagements count as rejected.
 */
final class AssignmentProcessor implements Processor<String, HandleAssigned, String, Object> {

    static final ProcessorOutput<PublicEvent> EVENTS =
            new ProcessorOutput<>("assignments-published", PublicEvent.class);
    static final ProcessorOutput<PersonDelta> PERSON_DELTAS =
            new ProcessorOutput<>("assignments-person-deltas", PersonDelta.class);
    static final ProcessorOutput<CascadeChange> CASCADE_CHANGES =
            new ProcessorOutput<>("assignments-cascade-changes", CascadeChange.class);
    /** Valid assignments and tombstones, after they were applied. */
    static final ProcessorOutput<HandleAssigned> APPLIED =
            new ProcessorOutput<>("assignments-applied", HandleAssigned.class);

    private final SuppressionHashes suppressions;
    private Consumer<Record<String, PublicEvent>> events;
    private Consumer<Record<String, PersonDelta>> personDeltas;
    private Consumer<Record<String, HandleAssigned>> applied;
    private HandleStateStore handles;
    private HandleConversationStore conversations;
    private HandleOrderStore orders;
    private CountedEngagementStore counted;
    private BrandAccountsBuffer accounts;
    private HandleMessages messages;

    @SuppressWarnings("NullAway.Init")
    AssignmentProcessor(SuppressionHashes suppressions) {
        this.suppressions = suppressions;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.events = EVENTS.of(context);
        this.personDeltas = PERSON_DELTAS.of(context);
        this.applied = APPLIED.of(context);
        this.handles = new HandleStateStore(context, suppressions);
        this.conversations = new HandleConversationStore(context);
        this.orders = new HandleOrderStore(context);
        this.counted = new CountedEngagementStore(context);
        this.accounts = new BrandAccountsBuffer(context);
        this.messages = new HandleMessages(
                context, new HandleLedgerUpdater(context, personDeltas), CASCADE_CHANGES.of(context));
    }

    @Override
    public void process(Record<String, HandleAssigned> record) {
        if (SourceTopics.isTombstone(record)) {
            erase(record);
        } else {
            assign(record, requireValid(record));
        }
        applied.accept(record);
    }

    private void assign(Record<String, HandleAssigned> record, HandleAssigned assignment) {
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
        // First: it changes the ledger that is moved below.
        messages.erase(record.key(), record.timestamp());
        var before = handles.get(record.key());
        var hash = handles.erase(record.key());
        move(record, before, HandleState.ERASED);
        conversations.delete(record.key());
        orders.delete(record.key());
        counted.delete(record.key());
        events.accept(ErasureEvents.erasureDone(HandleKey.of(record.key()).brand(), hash, before, record.timestamp()));
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
                    BrandAccountsChange.ofMove(before.outcome(), after.outcome(), before.count(), before.countsByDay())
                            .withAnswers(countedAnswers(after, service).minus(countedAnswers(before, service))));
        }
    }

    private static ServiceLedger countedAnswers(HandleState handle, ServiceLedger service) {
        return handle.outcome() == EngagementOutcome.SCORED ? service : ServiceLedger.EMPTY;
    }

    private void forward(Record<String, HandleAssigned> record, String person, LedgerBundle change) {
        var key = HandleKey.of(record.key()).brand().key(person);
        var reason = SourceTopics.isTombstone(record) ? ChangeReason.ERASED : ChangeReason.IDENTITY_CHANGED;
        personDeltas.accept(new Record<>(key, new PersonDelta(reason, change), record.timestamp()));
    }

    // Deserialized fields may be null, although their types are not nullable.
    @SuppressWarnings("ConstantValue")
    private static HandleAssigned requireValid(Record<String, HandleAssigned> record) {
        var assignment = record.value();
        if (record.key() == null || assignment == null || assignment.person() == null) {
            throw new IllegalArgumentException("An assignment needs a key, a value and a person");
        }
        if (!assignment.handleKey().key().equals(record.key())) {
            throw new IllegalArgumentException("The record key is not the key of the assigned handle");
        }
        return assignment;
    }
}
