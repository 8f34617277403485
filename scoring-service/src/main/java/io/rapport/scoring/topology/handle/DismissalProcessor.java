package io.rapport.scoring.topology.handle;

import io.rapport.contracts.conversation.ConversationDismissed;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.scoring.domain.service.DismissalMark;
import io.rapport.scoring.domain.value.LedgerBundle;
import io.rapport.scoring.topology.brand.state.BrandAccountsChange;
import io.rapport.scoring.topology.handle.state.BrandAccountsBuffer;
import io.rapport.scoring.topology.handle.state.HandleConversationStore;
import io.rapport.scoring.topology.handle.state.HandleStateStore;
import io.rapport.scoring.topology.person.state.PersonDelta;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Applies decisions of users that questions need no answer: closes the conversations they cover, or opens them again. The
 * decision with the highest version holds; it may arrive before the questions.
 */
final class DismissalProcessor implements Processor<String, ConversationDismissed, String, PersonDelta> {

    private final SuppressionHashes suppressions;
    private ProcessorContext<String, PersonDelta> context;
    private HandleStateStore handles;
    private HandleConversationStore conversations;
    private BrandAccountsBuffer accounts;

    @SuppressWarnings("NullAway.Init")
    DismissalProcessor(SuppressionHashes suppressions) {
        this.suppressions = suppressions;
    }

    @Override
    public void init(ProcessorContext<String, PersonDelta> context) {
        this.context = context;
        this.handles = new HandleStateStore(context, suppressions);
        this.conversations = new HandleConversationStore(context);
        this.accounts = new BrandAccountsBuffer(context);
    }

    @Override
    public void process(Record<String, ConversationDismissed> record) {
        var dismissed = requireValid(record);
        var before = handles.get(record.key());
        if (before.isErased()) {
            return;
        }
        var change = conversations.dismiss(record.key(), mark(dismissed));
        if (!change.service().isEmpty() && !before.staff()) {
            accounts.add(dismissed.brandKey().key(), BrandAccountsChange.NONE.withAnswers(change.service()));
        }
        if (!change.open().isEmpty()) {
            var moved = LedgerBundle.of(change.open());
            handles.put(record.key(), before.withChange(moved));
            var person = before.scoredPerson();
            if (person != null) {
                var key = dismissed.brandKey().key(person);
                context.forward(new Record<>(key, new PersonDelta(ChangeReason.ENGAGEMENT, moved), record.timestamp()));
            }
        }
    }

    private static DismissalMark mark(ConversationDismissed dismissed) {
        var upTo = dismissed.upTo();
        return new DismissalMark(upTo == null ? DismissalMark.NONE.upTo() : upTo.toEpochMilli(), dismissed.version());
    }

    // Deserialized fields may be null, although their types are not nullable.
    @SuppressWarnings("ConstantValue")
    private static ConversationDismissed requireValid(Record<String, ConversationDismissed> record) {
        var dismissed = record.value();
        if (record.key() == null || dismissed == null || dismissed.at() == null || dismissed.version() < 1) {
            throw new IllegalArgumentException("A dismissal needs a key, a value, a time and a version of at least 1");
        }
        if (!dismissed.handleKey().key().equals(record.key())) {
            throw new IllegalArgumentException(
                    "The record key is not the key of the handle whose questions are dismissed");
        }
        return dismissed;
    }
}
