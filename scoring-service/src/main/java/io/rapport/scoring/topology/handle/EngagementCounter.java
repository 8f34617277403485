package io.rapport.scoring.topology.handle;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.ledger.EngagementLedger;
import io.rapport.scoring.domain.ledger.EngagementLedgerChanges;
import io.rapport.scoring.domain.ledger.LedgerEntry;
import io.rapport.scoring.domain.service.OpenConversations;
import io.rapport.scoring.domain.service.ServiceLedger;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.brand.state.HandleTrace;
import io.rapport.scoring.topology.handle.message.HandleMessages;
import io.rapport.scoring.topology.handle.state.CountedEngagement;
import io.rapport.scoring.topology.handle.state.HandleConversationStore;
import io.rapport.scoring.topology.handle.state.HandleOrderStore;
import io.rapport.scoring.topology.handle.state.HandleState;
import io.rapport.scoring.topology.handle.state.HandleStateStore;
import io.rapport.scoring.topology.person.state.PersonDelta;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Adds engagements to the ledgers of their handles and people. A higher revision replaces what an engagement was counted as: the
 * difference is applied, so that no figure without the engagement is published in between.
 */
final class EngagementCounter {

    private final Consumer<Record<String, PersonDelta>> personDeltas;
    private final HandleStateStore handles;
    private final HandleConversationStore conversations;
    private final HandleOrderStore orders;
    private final HandleMessages messages;

    EngagementCounter(
            ProcessorContext<?, ?> context,
            HandleStateStore handles,
            Consumer<Record<String, PersonDelta>> personDeltas,
            HandleMessages messages) {
        this.personDeltas = personDeltas;
        this.handles = handles;
        this.conversations = new HandleConversationStore(context);
        this.orders = new HandleOrderStore(context);
        this.messages = messages;
    }

    /**
     * An engagement as it is or was counted.
     *
     * @param polarity of its text in millionths, or {@link LedgerEntry#NOT_JUDGED}
     */
    record CountedText(CountedEngagement counted, int polarity) {

        LedgerBundle bundle() {
            return counted.bundle(polarity);
        }

        LedgerEntry entry() {
            return counted.entry().withPolarity(polarity);
        }

        @Nullable
        Integer ledgerDay() {
            return counted.isInLedger() ? (Integer) counted.entry().day() : null;
        }
    }

    /**
     * The result.
     *
     * @param outcome of the engagement
     * @param accounts the change of the brand's accounts
     * @param rounds the number of times that the message of the engagement was linked before
     */
    record CountingResult(EngagementOutcome outcome, BrandAccountsChange accounts, int rounds) {}

    /** Counts an engagement that is seen for the first time. */
    CountingResult add(Record<String, EngagementReceived> record, HandleState before, CountedText to) {
        var counted = to.counted();
        var change = changeOf(record, before, to);
        if (counted.isInLedger()) {
            var after = before.plus(counted.entry().day(), change.bundle());
            handles.put(record.key(), after);
            forward(record, after, change.bundle());
            messages.add(record, to.entry(), after.staff());
        }
        return new CountingResult(
                outcome(counted, before),
                gained(record, before, counted).withAnswers(counted(before, change.service())),
                0);
    }

    /** Replaces what an engagement is counted as by a higher revision of it. */
    CountingResult replace(Record<String, EngagementReceived> record, boolean staff, CountedText from, CountedText to) {
        var entry = to.counted().isInLedger() ? to.entry() : null;
        // First: it changes the ledger of the handle.
        var rounds = messages.replace(record, entry, staff, from.counted().round());
        var before = handles.get(record.key());
        var change = changeBetween(record, before, from, to);
        if (from.counted().isInLedger() || to.counted().isInLedger()) {
            var after = before.revised(from.ledgerDay(), to.ledgerDay(), change.bundle());
            handles.put(record.key(), after);
            var moved = after.holdings().isEmpty() ? LedgerBundle.EMPTY.minus(before.holdings()) : change.bundle();
            if (!moved.isEmpty()) {
                forward(record, after, moved);
            }
        }
        var lost = from.counted();
        var accounts = gained(record, before, to.counted())
                .plus(BrandAccountsChange.ofRevised(
                        outcome(lost, before), lost.entry().day()))
                .withPosts(BrandLedger.EMPTY.minus(posts(lost)))
                .withValue(ValueLedger.EMPTY.minus(lost.brandValue()))
                .withAnswers(counted(before, change.service()));
        return new CountingResult(outcome(to.counted(), before), accounts, rounds);
    }

    /** The change of the ledgers of a handle, and of the answers in its conversations. */
    private record LedgerChange(LedgerBundle bundle, ServiceLedger service) {}

    private LedgerChange changeOf(Record<String, EngagementReceived> record, HandleState before, CountedText to) {
        var counted = to.counted();
        if (!counted.isInLedger()) {
            return new LedgerChange(LedgerBundle.EMPTY, ServiceLedger.EMPTY);
        }
        var answering = conversations.add(record.key(), counted.turn());
        return new LedgerChange(
                to.bundle()
                        .plus(LedgerBundle.of(followerChange(record.value(), before, counted.entry())))
                        .plus(LedgerBundle.of(answering.open()))
                        .plus(orders.add(record.key(), counted.order())),
                answering.service());
    }

    private LedgerChange changeBetween(
            Record<String, EngagementReceived> record, HandleState before, CountedText from, CountedText to) {
        var bundle = to.bundle().minus(from.bundle());
        if (to.counted().isInLedger()) {
            bundle = bundle.plus(LedgerBundle.of(
                    followerChange(record.value(), before, to.counted().entry())));
        }
        if (!from.counted().order().equals(to.counted().order())) {
            bundle = bundle.plus(orders.subtract(record.key(), from.counted().order()))
                    .plus(orders.add(record.key(), to.counted().order()));
        }
        var answers = changeOfTurn(record.key(), from.counted(), to.counted());
        return new LedgerChange(bundle.plus(answers.bundle()), answers.service());
    }

    private LedgerChange changeOfTurn(String handle, CountedEngagement from, CountedEngagement to) {
        if (Objects.equals(from.turn(), to.turn())) {
            return new LedgerChange(LedgerBundle.EMPTY, ServiceLedger.EMPTY);
        }
        var lost = conversations.subtract(handle, from.turn());
        var won = conversations.add(handle, to.turn());
        OpenConversations open = lost.open().plus(won.open());
        return new LedgerChange(LedgerBundle.of(open), lost.service().plus(won.service()));
    }

    private static EngagementLedger followerChange(
            EngagementReceived engagement, HandleState handle, LedgerEntry entry) {
        var followers = engagement.actor().followers();
        return followers == null
                ? EngagementLedger.EMPTY
                : EngagementLedgerChanges.followerChange(
                        handle.holdings().ledger(),
                        entry.day(),
                        followers,
                        engagement.occurredAt().toEpochMilli());
    }

    private void forward(Record<String, EngagementReceived> record, HandleState handle, LedgerBundle change) {
        var person = handle.scoredPerson();
        if (person != null) {
            var key = record.value().brandKey().key(person);
            personDeltas.accept(
                    new Record<>(key, new PersonDelta(ChangeReason.ENGAGEMENT, change), record.timestamp()));
        }
    }

    private static BrandAccountsChange gained(
            Record<String, EngagementReceived> record, HandleState handle, CountedEngagement counted) {
        var outcome = outcome(counted, handle);
        var day = counted.entry().day();
        // A withdrawal does not move the day of the brand.
        var change = outcome == EngagementOutcome.WITHDRAWN
                ? BrandAccountsChange.ofRepeated(outcome, day)
                : BrandAccountsChange.of(outcome, day, trace(record));
        return change.withPosts(posts(counted)).withValue(counted.brandValue());
    }

    private static EngagementOutcome outcome(CountedEngagement counted, HandleState handle) {
        var withheld = counted.withheld();
        return withheld == null ? handle.outcome() : withheld;
    }

    private static BrandLedger posts(CountedEngagement counted) {
        var isPost =
                counted.withheld() == EngagementOutcome.POST && counted.entry().kind() == EngagementKind.POST;
        return isPost ? BrandLedger.ofPost(counted.entry()) : BrandLedger.EMPTY;
    }

    private static ServiceLedger counted(HandleState handle, ServiceLedger service) {
        return handle.staff() ? ServiceLedger.EMPTY : service;
    }

    private static HandleTrace trace(Record<String, EngagementReceived> record) {
        return HandleTrace.of(record.key(), record.value().receivedAt().toEpochMilli());
    }
}
