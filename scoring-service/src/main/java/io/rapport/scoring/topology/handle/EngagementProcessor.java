package io.rapport.scoring.topology.handle;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.EngagementLedgerChanges;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.service.ConversationTurn;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.domain.value.OrderLedger;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.brand.state.HandleTrace;
import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.content.PostActivity;
import io.rapport.scoring.topology.handle.message.HandleMessages;
import io.rapport.scoring.topology.handle.state.BrandAccountsBuffer;
import io.rapport.scoring.topology.handle.state.HandleConversationStore;
import io.rapport.scoring.topology.handle.state.HandleLedgerUpdater;
import io.rapport.scoring.topology.handle.state.HandleOrderStore;
import io.rapport.scoring.topology.handle.state.HandleState;
import io.rapport.scoring.topology.handle.state.HandleStateStore;
import io.rapport.scoring.topology.handle.state.HandleStores;
import io.rapport.scoring.topology.handle.state.SeenEngagement;
import io.rapport.scoring.topology.handle.state.SeenEngagementKeys;
import io.rapport.scoring.topology.handle.text.MessageTextAnalysis;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.support.ProcessorOutput;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.WallClockSchedule;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts each engagement once, by id: adds it to the ledger of its handle and of its person, or counts it as withheld, as a
 * duplicate or as rejected. All results are computed before the first write.
 */
final class EngagementProcessor implements Processor<String, EngagementReceived, String, Object> {

    static final ProcessorOutput<PublicEvent> EVENTS =
            new ProcessorOutput<>("engagements-published", PublicEvent.class);
    static final ProcessorOutput<PersonDelta> PERSON_DELTAS =
            new ProcessorOutput<>("engagements-person-deltas", PersonDelta.class);
    static final ProcessorOutput<BrandAccountsChange> ACCOUNTS_CHANGES =
            new ProcessorOutput<>("engagements-accounts-changes", BrandAccountsChange.class);
    static final ProcessorOutput<CascadeChange> CASCADE_CHANGES =
            new ProcessorOutput<>("engagements-cascade-changes", CascadeChange.class);
    static final ProcessorOutput<PostActivity> POST_ACTIVITIES =
            new ProcessorOutput<>("engagements-post-activities", PostActivity.class);

    private final ScoringCounters counters;
    private final Function<String, SentimentJudgement> analyser;
    private final SuppressionHashes suppressions;
    private ProcessorContext<String, Object> context;
    private Consumer<Record<String, PublicEvent>> events;
    private Consumer<Record<String, PersonDelta>> personDeltas;
    private Consumer<Record<String, PostActivity>> postActivities;
    private KeyValueStore<Bytes, SeenEngagement> seen;
    private HandleStateStore handles;
    private HandleConversationStore conversations;
    private HandleOrderStore orders;
    private BrandAccountsBuffer accounts;
    private MessageTextAnalysis texts;
    private HandleMessages messages;

    @SuppressWarnings("NullAway.Init")
    EngagementProcessor(
            ScoringCounters counters, Function<String, SentimentJudgement> analyser, SuppressionHashes suppressions) {
        this.suppressions = suppressions;
        this.counters = counters;
        this.analyser = analyser;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.events = EVENTS.of(context);
        this.personDeltas = PERSON_DELTAS.of(context);
        this.postActivities = POST_ACTIVITIES.of(context);
        this.seen = context.getStateStore(HandleStores.ENGAGEMENT_SEEN);
        this.handles = new HandleStateStore(context, suppressions);
        this.conversations = new HandleConversationStore(context);
        this.orders = new HandleOrderStore(context);
        this.accounts = new BrandAccountsBuffer(context);
        this.texts = new MessageTextAnalysis(context, analyser, events);
        this.messages = new HandleMessages(
                context, new HandleLedgerUpdater(context, personDeltas), CASCADE_CHANGES.of(context));
        var accountsChanges = ACCOUNTS_CHANGES.of(context);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, now -> {
            accounts.sendDue(now, accountsChanges);
            messages.synchronizeDue(now);
        });
    }

    @Override
    public void process(Record<String, EngagementReceived> record) {
        var engagement = EngagementValidator.requireValid(record.key(), record.value());
        var entry = LedgerEntry.of(engagement);
        var id = SeenEngagementKeys.of(engagement.id());
        var hash = EngagementBodyHash.of(engagement);
        var known = seen.get(id);
        var before = known == null ? SeenEngagement.EMPTY : known;
        if (before.hash() == null) {
            seen.put(id, before.withBody(hash, processFirst(record, entry, before.correction())));
        } else if (before.hash() == hash || before.hash() == EngagementBodyHash.withProfile(engagement)) {
            count(
                    engagement,
                    BrandAccountsChange.ofRepeated(EngagementOutcome.DUPLICATE, entry.day()),
                    EngagementOutcome.DUPLICATE);
        } else {
            var metadata = context.recordMetadata().orElse(null);
            // Nothing of an erased handle is kept, also not the changed body of an engagement from before its erasure.
            reject(
                    record,
                    handles.get(record.key()).isErased()
                            ? RejectionEvents.suppressed(record, metadata)
                            : RejectionEvents.conflict(record, metadata));
        }
    }

    private SeenEngagement.@Nullable SeenText processFirst(
            Record<String, EngagementReceived> record,
            LedgerEntry entry,
            SeenEngagement.@Nullable AppliedCorrection correction) {
        var engagement = record.value();
        var withheld = EngagementValidator.withheldOutcome(engagement);
        if (withheld == null) {
            return addToLedger(record, entry, correction);
        }
        if (withheld == EngagementOutcome.POST) {
            PostActivity.of(record).forEach(postActivities);
        }
        var posts = withheld == EngagementOutcome.POST ? BrandLedger.ofPost(entry) : BrandLedger.EMPTY;
        var change =
                BrandAccountsChange.of(withheld, entry.day(), trace(record)).withPosts(posts);
        count(engagement, change, withheld);
        return null;
    }

    private SeenEngagement.@Nullable SeenText addToLedger(
            Record<String, EngagementReceived> record,
            LedgerEntry unjudged,
            SeenEngagement.@Nullable AppliedCorrection correction) {
        var engagement = record.value();
        var before = handles.get(record.key());
        if (before.isErased()) {
            reject(
                    record,
                    RejectionEvents.suppressed(record, context.recordMetadata().orElse(null)));
            return null;
        }
        var text = texts.analyse(engagement, correction);
        var entry = unjudged.withPolarity(text.polarity());
        var answering = conversations.add(record.key(), ConversationTurn.of(engagement, text.initialPolarity()));
        var change = LedgerBundle.of(engagement, entry)
                .plus(LedgerBundle.of(followerChange(engagement, before, entry.day())))
                .plus(LedgerBundle.of(answering.open()))
                .plus(orders.add(record.key(), engagement));
        var after = before.plus(entry.day(), change);
        handles.put(record.key(), after);
        var accountsChange = BrandAccountsChange.of(after.outcome(), entry.day(), trace(record));
        count(
                engagement,
                after.staff() ? accountsChange : accountsChange.withAnswers(answering.service()),
                after.outcome());
        if (!after.staff() && !OrderLedger.isRefund(engagement)) {
            PostActivity.of(record).forEach(postActivities);
        }
        var person = after.scoredPerson();
        if (person != null) {
            var key = engagement.brandKey().key(person);
            personDeltas.accept(
                    new Record<>(key, new PersonDelta(ChangeReason.ENGAGEMENT, change), record.timestamp()));
        }
        messages.add(record, entry, after.staff());
        return texts.publish(record, text, correction);
    }

    private static EngagementLedger followerChange(EngagementReceived engagement, HandleState handle, int day) {
        var followers = engagement.actor().followers();
        return followers == null
                ? EngagementLedger.EMPTY
                : EngagementLedgerChanges.followerChange(
                        handle.holdings().ledger(),
                        day,
                        followers,
                        engagement.occurredAt().toEpochMilli());
    }

    private void reject(Record<String, EngagementReceived> record, Record<String, PublicEvent> rejection) {
        count(
                record.value(),
                BrandAccountsChange.ofRepeated(
                        EngagementOutcome.REJECTED,
                        LedgerEntry.of(record.value()).day()),
                EngagementOutcome.REJECTED);
        events.accept(rejection);
    }

    private static HandleTrace trace(Record<String, EngagementReceived> record) {
        return HandleTrace.of(record.key(), record.value().receivedAt().toEpochMilli());
    }

    private void count(EngagementReceived engagement, BrandAccountsChange change, EngagementOutcome outcome) {
        var brand = engagement.brandKey().key();
        accounts.add(brand, change);
        counters.engagement(brand, outcome);
    }
}
