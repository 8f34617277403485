package io.rapport.scoring.topology.handle;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.EngagementLedgerChanges;
import io.rapport.scoring.domain.service.ConversationTurn;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.metrics.Outcome;
import io.rapport.scoring.metrics.ScoringCounters;
import io.rapport.scoring.sentiment.SentimentJudgement;
import io.rapport.scoring.topology.brand.AccountsChange;
import io.rapport.scoring.topology.brand.Tally;
import io.rapport.scoring.topology.content.PostTurn;
import io.rapport.scoring.topology.person.PersonDelta;
import io.rapport.scoring.topology.stage.Pace;
import io.rapport.scoring.topology.state.Days;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts each engagement once: into its handle's ledger, and on to the person the handle belongs to; or as withheld, as
 * a duplicate, or as rejected. Everything is worked out before anything is stored.
 */
final class EngagementProcessor implements Processor<String, EngagementReceived, String, Object> {

    private final ScoringCounters counters;
    private final Function<String, SentimentJudgement> analyser;
    private final SuppressionHashes suppressions;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<Bytes, Seen> seen;
    private HandleStates handles;
    private HandleConversations conversations;
    private BrandAccounts accounts;
    private Texts texts;
    private Messages messages;

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
        this.seen = context.getStateStore(HandleTopology.ENGAGEMENT_SEEN);
        this.handles = new HandleStates(context, suppressions);
        this.conversations = new HandleConversations(context);
        this.accounts = new BrandAccounts(context);
        this.texts = new Texts(context, analyser);
        this.messages = new Messages(context);
        Pace.every(Pace.TICK, context, accounts::send);
        Pace.every(Pace.TICK, context, messages::settleDue);
    }

    @Override
    public void process(Record<String, EngagementReceived> record) {
        var engagement = Engagements.checked(record.key(), record.value());
        var entry = LedgerEntry.of(engagement);
        var id = SeenKeys.of(engagement.id());
        var hash = BodyHash.of(engagement);
        var known = seen.get(id);
        var before = known == null ? Seen.NOTHING : known;
        if (before.hash() == null) {
            seen.put(id, before.received(hash, first(record, entry, before.correction())));
        } else if (before.hash() == hash) {
            count(engagement, AccountsChange.of(Outcome.DUPLICATE, Days.NONE), Outcome.DUPLICATE);
        } else {
            reject(record, Rejections.conflict(record, context.recordMetadata().orElse(null)));
        }
    }

    private Seen.@Nullable Text first(
            Record<String, EngagementReceived> record, LedgerEntry entry, Seen.@Nullable Correction correction) {
        var engagement = record.value();
        var withheld = Engagements.withheld(engagement);
        if (withheld == null) {
            return enter(record, entry, correction);
        }
        if (withheld == Outcome.POST) {
            PostTurn.of(record).forEach(context::forward);
        }
        var posts = withheld == Outcome.POST ? BrandLedger.ofPost(entry) : BrandLedger.EMPTY;
        count(engagement, AccountsChange.of(Tally.EMPTY.plus(withheld, 1), posts, entry.day()), withheld);
        return null;
    }

    private Seen.@Nullable Text enter(
            Record<String, EngagementReceived> record, LedgerEntry unjudged, Seen.@Nullable Correction correction) {
        var engagement = record.value();
        var before = handles.of(record.key());
        if (before.isErased()) {
            reject(
                    record,
                    Rejections.suppressed(record, context.recordMetadata().orElse(null)));
            return null;
        }
        var said = texts.hear(engagement, correction);
        var entry = unjudged.withPolarity(said.polarity());
        var ledger = EngagementLedger.EMPTY.plus(entry).plus(followers(engagement, before, entry.day()));
        var brought = ValueLedger.of(engagement);
        var answering = conversations.take(record.key(), ConversationTurn.of(engagement, said.heard()));
        var gained = new LedgerBundle(ledger, brought, answering.open());
        var after = before.plus(gained);
        handles.put(record.key(), after);
        var accounted = AccountsChange.of(after.outcome(), entry.day());
        count(engagement, after.staff() ? accounted : accounted.with(answering.service()), after.outcome());
        if (!after.staff()) {
            PostTurn.of(record).forEach(context::forward);
        }
        var person = after.scoresFor();
        if (person != null) {
            var key = engagement.brandKey().key(person);
            context.forward(new Record<>(key, new PersonDelta(ChangeReason.ENGAGEMENT, gained), record.timestamp()));
        }
        messages.received(record, entry, after.staff());
        return texts.tell(record, said, correction);
    }

    private static EngagementLedger followers(EngagementReceived engagement, HandleState handle, int day) {
        var followers = engagement.actor().followers();
        return followers == null
                ? EngagementLedger.EMPTY
                : EngagementLedgerChanges.followerChange(
                        handle.holdings().ledger(),
                        day,
                        followers,
                        engagement.occurredAt().toEpochMilli());
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
