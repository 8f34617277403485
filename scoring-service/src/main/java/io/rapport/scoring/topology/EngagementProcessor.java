package io.rapport.scoring.topology;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.Suppressions;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.BrandLedger;
import io.rapport.scoring.domain.Entry;
import io.rapport.scoring.domain.Holdings;
import io.rapport.scoring.domain.Ledger;
import io.rapport.scoring.domain.Turn;
import io.rapport.scoring.domain.ValueLedger;
import io.rapport.scoring.metrics.Outcome;
import io.rapport.scoring.metrics.ScoringCounters;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts each engagement once: into its handle's ledger, and on to the person the handle belongs to; or as withheld, as
 * a duplicate, or as rejected. Everything is worked out before anything is stored.
 */
final class EngagementProcessor implements Processor<String, EngagementReceived, String, Object> {

    private final ScoringCounters counters;
    private final Suppressions suppressions;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<Bytes, Long> seen;
    private HandleStates handles;
    private HandleConversations conversations;
    private BrandAccounts accounts;

    @SuppressWarnings("NullAway.Init")
    EngagementProcessor(ScoringCounters counters, Suppressions suppressions) {
        this.counters = counters;
        this.suppressions = suppressions;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.seen = context.getStateStore(HandleTopology.ENGAGEMENT_SEEN);
        this.handles = new HandleStates(context, suppressions);
        this.conversations = new HandleConversations(context);
        this.accounts = new BrandAccounts(context);
        context.schedule(Pace.TICK, PunctuationType.WALL_CLOCK_TIME, accounts::send);
    }

    @Override
    public void process(Record<String, EngagementReceived> record) {
        var engagement = Engagements.checked(record.key(), record.value());
        var entry = Entry.of(engagement);
        var id = SeenKeys.of(engagement.id());
        var hash = BodyHash.of(engagement);
        var before = seen.get(id);
        if (before == null) {
            first(record, entry);
            seen.put(id, hash);
        } else if (before == hash) {
            count(engagement, AccountsChange.of(Outcome.DUPLICATE, Days.NONE), Outcome.DUPLICATE);
        } else {
            reject(record, Rejections.conflict(record, context.recordMetadata().orElse(null)));
        }
    }

    private void first(Record<String, EngagementReceived> record, Entry entry) {
        var engagement = record.value();
        var withheld = Engagements.withheld(engagement);
        if (withheld == null) {
            enter(record, entry);
            return;
        }
        if (withheld == Outcome.POST) {
            PostTurn.of(record).forEach(context::forward);
        }
        var posts = withheld == Outcome.POST ? BrandLedger.ofPost(entry) : BrandLedger.EMPTY;
        count(engagement, AccountsChange.of(Tally.EMPTY.plus(withheld, 1), posts, entry.day()), withheld);
    }

    private void enter(Record<String, EngagementReceived> record, Entry entry) {
        var before = handles.of(record.key());
        if (before.isErased()) {
            reject(
                    record,
                    Rejections.suppressed(record, context.recordMetadata().orElse(null)));
            return;
        }
        var brought = ValueLedger.of(record.value());
        var answering = conversations.take(record.key(), Turn.of(record.value(), entry.polarity()));
        var gained = new Holdings(Ledger.EMPTY.plus(entry), brought, answering.open());
        var after = before.plus(gained);
        handles.put(record.key(), after);
        var accounted = AccountsChange.of(after.outcome(), entry.day());
        count(record.value(), after.staff() ? accounted : accounted.with(answering.service()), after.outcome());
        if (!after.staff()) {
            PostTurn.of(record).forEach(context::forward);
        }
        var person = after.scoresFor();
        if (person != null) {
            var delta = new PersonDelta(ChangeReason.ENGAGEMENT, gained);
            var key = record.value().brandKey().key(person);
            context.forward(new Record<>(key, delta, record.timestamp()));
        }
    }

    private void reject(Record<String, EngagementReceived> record, Record<String, Object> rejection) {
        count(record.value(), AccountsChange.of(Outcome.REJECTED, Days.NONE), Outcome.REJECTED);
        context.forward(rejection);
    }

    private void count(EngagementReceived engagement, AccountsChange change, Outcome outcome) {
        var brand = engagement.brandKey().key();
        accounts.add(brand, change);
        counters.engagement(brand, outcome);
    }
}
