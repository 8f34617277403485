package io.rapport.scoring.topology.handle;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.content.PostActivity;
import io.rapport.scoring.topology.handle.EngagementCounter.CountedText;
import io.rapport.scoring.topology.handle.message.HandleMessages;
import io.rapport.scoring.topology.handle.state.BrandAccountsBuffer;
import io.rapport.scoring.topology.handle.state.CountedEngagement;
import io.rapport.scoring.topology.handle.state.CountedEngagementStore;
import io.rapport.scoring.topology.handle.state.HandleLedgerUpdater;
import io.rapport.scoring.topology.handle.state.HandleStateStore;
import io.rapport.scoring.topology.handle.state.HandleStores;
import io.rapport.scoring.topology.handle.state.SeenEngagement;
import io.rapport.scoring.topology.handle.state.SeenEngagementKeys;
import io.rapport.scoring.topology.handle.text.MessageTextAnalysis;
import io.rapport.scoring.topology.handle.text.MessageTextAnalysis.AnalysedText;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.support.ProcessorOutput;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.WallClockSchedule;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts each engagement once, by id: adds its highest revision to the ledger of its handle and of its person, or counts it as
 * withheld, as a duplicate, as withdrawn or as rejected. A plain engagement that is seen for the first time costs one look-up of its
 * id and one of its handle.
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
    private KeyValueStore<Bytes, SeenEngagement> seen;
    private CountedEngagementStore counted;
    private HandleStateStore handles;
    private BrandAccountsBuffer accounts;
    private MessageTextAnalysis texts;
    private EngagementCounter counter;
    private UptakeActivities uptake;

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
        this.seen = context.getStateStore(HandleStores.ENGAGEMENT_SEEN);
        this.counted = new CountedEngagementStore(context);
        this.handles = new HandleStateStore(context, suppressions);
        this.accounts = new BrandAccountsBuffer(context);
        this.texts = new MessageTextAnalysis(context, analyser, events);
        var personDeltas = PERSON_DELTAS.of(context);
        var messages = new HandleMessages(
                context, new HandleLedgerUpdater(context, personDeltas), CASCADE_CHANGES.of(context));
        this.counter = new EngagementCounter(context, handles, personDeltas, messages);
        this.uptake = new UptakeActivities(POST_ACTIVITIES.of(context));
        var accountsChanges = ACCOUNTS_CHANGES.of(context);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, now -> {
            accounts.sendDue(now, accountsChanges);
            messages.synchronizeDue(now);
        });
    }

    /**
     * An engagement that arrived.
     *
     * @param hash of its body
     * @param before what was seen of its id
     */
    private record ArrivedEngagement(
            Record<String, EngagementReceived> received, LedgerEntry entry, long hash, SeenEngagement before) {

        EngagementReceived engagement() {
            return received.value();
        }

        String handle() {
            return received.key();
        }

        boolean isSameBody() {
            var known = before.hash();
            return known != null
                    && (known == hash
                            || known == EngagementBodyHash.withoutMentions(received.value())
                            || known == EngagementBodyHash.withProfile(received.value()));
        }

        int polarityBefore() {
            var text = before.text();
            return text == null ? LedgerEntry.NOT_JUDGED : text.polarity();
        }
    }

    @Override
    public void process(Record<String, EngagementReceived> record) {
        var engagement = EngagementValidator.requireValid(record.key(), record.value());
        var known = seen.get(SeenEngagementKeys.of(engagement.id()));
        var arrival = new ArrivedEngagement(
                record,
                LedgerEntry.of(engagement),
                EngagementBodyHash.of(engagement),
                known == null ? SeenEngagement.EMPTY : known);
        if (arrival.before().hash() == null) {
            processFirst(arrival);
        } else if (engagement.revisionRank() == 0 && arrival.isSameBody()) {
            countRepeated(arrival, EngagementOutcome.DUPLICATE);
        } else {
            processAgain(arrival);
        }
    }

    private void processFirst(ArrivedEngagement arrival) {
        var engagement = arrival.engagement();
        var handle = handles.get(arrival.handle());
        var withheld = EngagementValidator.withheldOutcome(engagement);
        if (handle.isErased() && (withheld == null || withheld == EngagementOutcome.WITHDRAWN)) {
            reject(arrival, RejectionEvents.suppressed(arrival.received(), metadata()));
            markSeen(arrival, AnalysedText.EMPTY);
            return;
        }
        var text = analyse(arrival);
        var to = CountedEngagementMapper.toCounted(engagement, arrival.entry(), text, handle.staff(), null);
        count(arrival, counter.add(arrival.received(), handle, new CountedText(to, text.polarity())));
        uptake.sendFirst(arrival.received(), to, handle.staff());
        publish(arrival, text, to);
        texts.remember(arrival.received(), text, arrival.before().correction());
        if (!handle.isErased()) {
            counted.put(arrival.handle(), engagement.id(), to);
        }
        markSeen(arrival, text);
    }

    /** Processes an engagement whose id was seen before with another body, or that is a revision. */
    private void processAgain(ArrivedEngagement arrival) {
        var engagement = arrival.engagement();
        var handle = handles.get(arrival.handle());
        if (handle.isErased()) {
            // Nothing of an erased handle is kept, also not the changed body of an engagement from before its erasure.
            reject(arrival, RejectionEvents.suppressed(arrival.received(), metadata()));
            return;
        }
        var from = counted.get(arrival.handle(), engagement.id());
        if (from == null) {
            if (arrival.isSameBody() && !engagement.withdraws()) {
                countRepeated(arrival, EngagementOutcome.DUPLICATE);
            } else {
                reject(arrival, RejectionEvents.unknownRevision(arrival.received(), metadata()));
            }
            return;
        }
        var rank = engagement.revisionRank();
        if (rank > from.rank()) {
            revise(arrival, handle.staff(), from);
        } else if (rank < from.rank() || engagement.withdraws() || arrival.isSameBody()) {
            countRepeated(arrival, EngagementOutcome.DUPLICATE);
        } else {
            reject(arrival, RejectionEvents.conflict(arrival.received(), metadata()));
        }
    }

    private void revise(ArrivedEngagement arrival, boolean staff, CountedEngagement from) {
        var engagement = arrival.engagement();
        var text = analyse(arrival);
        var to = CountedEngagementMapper.toCounted(engagement, arrival.entry(), text, staff, from);
        var counting = counter.replace(
                arrival.received(),
                staff,
                new CountedText(from, arrival.polarityBefore()),
                new CountedText(to, text.polarity()));
        count(arrival, counting);
        uptake.send(arrival.received(), from, to, staff);
        // A correction holds for the revision, but it is not remembered: it was made of other words.
        publish(arrival, text, to);
        counted.put(arrival.handle(), engagement.id(), to.withRound(counting.rounds()));
        markSeen(arrival, text);
    }

    private AnalysedText analyse(ArrivedEngagement arrival) {
        return EngagementValidator.withheldOutcome(arrival.engagement()) == null
                ? texts.analyse(arrival.engagement(), arrival.before().correction())
                : AnalysedText.EMPTY;
    }

    private void publish(ArrivedEngagement arrival, AnalysedText text, CountedEngagement to) {
        texts.publish(arrival.received(), text, arrival.before().correction(), Instant.ofEpochMilli(to.judgedAt()));
    }

    private void markSeen(ArrivedEngagement arrival, AnalysedText text) {
        seen.put(
                SeenEngagementKeys.of(arrival.engagement().id()),
                arrival.before().withBody(arrival.hash(), MessageTextAnalysis.toSeenText(arrival.received(), text)));
    }

    private void reject(ArrivedEngagement arrival, Record<String, PublicEvent> rejection) {
        countRepeated(arrival, EngagementOutcome.REJECTED);
        events.accept(rejection);
    }

    private void countRepeated(ArrivedEngagement arrival, EngagementOutcome outcome) {
        var change = BrandAccountsChange.ofRepeated(outcome, arrival.entry().day());
        count(arrival, new EngagementCounter.CountingResult(outcome, change, 0));
    }

    private void count(ArrivedEngagement arrival, EngagementCounter.CountingResult counting) {
        var brand = arrival.engagement().brandKey().key();
        accounts.add(brand, counting.accounts());
        counters.engagement(brand, counting.outcome());
    }

    private @Nullable RecordMetadata metadata() {
        return context.recordMetadata().orElse(null);
    }
}
