package io.rapport.scoring.topology.handle;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.content.BrandPost;
import io.rapport.scoring.domain.value.OrderLedger;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.content.MessageReference;
import io.rapport.scoring.topology.content.MessageReference.Target;
import io.rapport.scoring.topology.content.PostActivity;
import io.rapport.scoring.topology.handle.state.CountedEngagement;
import io.rapport.scoring.topology.handle.state.CountedEngagement.CountedUptake;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends posts, engagements with them and what ties handles to the stages of messages; takes back what was sent of an earlier revision. */
final class UptakeActivities {

    private final Consumer<Record<String, PostActivity>> output;

    UptakeActivities(Consumer<Record<String, PostActivity>> output) {
        this.output = output;
    }

    /**
     * Returns the messages that an engagement counts for, and what ties its handle to others. A boosted post is not compared
     * with those that reached people without payment.
     */
    static CountedUptake of(EngagementReceived engagement, @Nullable EngagementOutcome withheld, boolean staff) {
        var isTying = isTying(engagement, withheld, staff);
        var counts = isTying || withheld == EngagementOutcome.POST && !engagement.isPaid();
        var messages = counts ? PostActivity.messages(engagement) : List.<String>of();
        var contacts = isTying ? MessageReference.contacts(engagement) : List.<Target>of();
        return new CountedUptake(
                messages, messages.isEmpty() ? 0 : engagement.occurredAt().toEpochMilli(), contacts);
    }

    /** Sends an engagement that arrives first. */
    void sendFirst(Record<String, EngagementReceived> record, CountedEngagement counted, boolean staff) {
        send(record, counted);
        sendAuthor(record, counted, staff);
        sendContacts(record, counted, UnaryOperator.identity());
    }

    /** Sends the difference between two revisions of an engagement. The author of a message that is withdrawn stays known. */
    void send(Record<String, EngagementReceived> record, CountedEngagement from, CountedEngagement to, boolean staff) {
        var isPost = from.withheld() == EngagementOutcome.POST || to.withheld() == EngagementOutcome.POST;
        if (isPost || !from.uptake().hasMessagesOf(to.uptake())) {
            for (var message : from.uptake().messages()) {
                sendMessage(record, message, negated(from, message));
            }
            send(record, to);
        }
        if (!from.isInLedger()) {
            sendAuthor(record, to, staff);
        }
        if (from.entry().day() != to.entry().day()
                || !Objects.equals(from.uptake().contacts(), to.uptake().contacts())) {
            sendContacts(record, from, PostActivity::negated);
            sendContacts(record, to, UnaryOperator.identity());
        }
    }

    private void send(Record<String, EngagementReceived> record, CountedEngagement counted) {
        var activity = PostActivity.of(record.value());
        counted.uptake().messages().forEach(message -> sendMessage(record, message, activity));
    }

    private void sendAuthor(Record<String, EngagementReceived> record, CountedEngagement counted, boolean staff) {
        var own = MessageReference.own(record.value());
        if (own != null && isTying(record.value(), counted.withheld(), staff)) {
            sendTarget(record, own, counted, UnaryOperator.identity());
        }
    }

    /** Whether an engagement may tie its handle to others. */
    private static boolean isTying(EngagementReceived engagement, @Nullable EngagementOutcome withheld, boolean staff) {
        return withheld == null && !staff && !OrderLedger.isRefund(engagement);
    }

    private void sendContacts(
            Record<String, EngagementReceived> record, CountedEngagement counted, UnaryOperator<PostActivity> change) {
        var contacts = counted.uptake().contacts();
        if (contacts != null) {
            contacts.forEach(contact -> sendTarget(record, contact, counted, change));
        }
    }

    private void sendTarget(
            Record<String, EngagementReceived> record,
            Target target,
            CountedEngagement counted,
            UnaryOperator<PostActivity> change) {
        var handle = HandleKey.of(record.key());
        var activity = PostActivity.of(target.from(handle), counted.entry().day());
        send(record, target.key(handle), change.apply(activity));
    }

    private static PostActivity negated(CountedEngagement from, String message) {
        var at = from.uptake().at();
        var post = from.withheld() == EngagementOutcome.POST
                ? new BrandPost(message, null, at, List.of(), from.entry().promotional())
                : null;
        return new PostActivity(post, at, from.entry().day(), false, null).negated();
    }

    private void sendMessage(Record<String, EngagementReceived> record, String message, PostActivity activity) {
        var handle = HandleKey.of(record.key());
        send(record, handle.brand().key(handle.channel(), message), activity);
    }

    private void send(Record<String, EngagementReceived> record, String key, PostActivity activity) {
        output.accept(new Record<>(key, activity, record.timestamp()));
    }
}
