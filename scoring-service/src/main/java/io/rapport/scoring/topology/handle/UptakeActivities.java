package io.rapport.scoring.topology.handle;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.scoring.domain.content.BrandPost;
import io.rapport.scoring.domain.value.OrderLedger;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.content.PostActivity;
import io.rapport.scoring.topology.handle.state.CountedEngagement;
import io.rapport.scoring.topology.handle.state.CountedEngagement.CountedUptake;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends posts and the engagements with them to the stage of posts, and takes back what was sent of an earlier revision. */
final class UptakeActivities {

    private final Consumer<Record<String, PostActivity>> output;

    UptakeActivities(Consumer<Record<String, PostActivity>> output) {
        this.output = output;
    }

    /** Returns the messages that an engagement counts for. */
    static CountedUptake of(EngagementReceived engagement, @Nullable EngagementOutcome withheld, boolean staff) {
        var isPost = withheld == EngagementOutcome.POST;
        var counts = isPost || withheld == null && !staff && !OrderLedger.isRefund(engagement);
        var messages = counts ? PostActivity.messages(engagement) : List.<String>of();
        return messages.isEmpty()
                ? CountedUptake.NONE
                : new CountedUptake(messages, engagement.occurredAt().toEpochMilli());
    }

    /** Sends an engagement that arrives first, with its references that may tie people; revisions leave those as they are. */
    void sendFirst(Record<String, EngagementReceived> record, CountedEngagement counted, boolean staff) {
        send(record, counted);
        if (counted.isInLedger() && !staff && !OrderLedger.isRefund(record.value())) {
            PostActivity.references(record.value())
                    .forEach((key, reference) -> output.accept(new Record<>(key, reference, record.timestamp())));
        }
    }

    /** Sends an engagement. */
    void send(Record<String, EngagementReceived> record, CountedEngagement counted) {
        send(record, counted.uptake(), PostActivity.of(record.value()));
    }

    /** Sends the difference between two revisions of an engagement. */
    void send(Record<String, EngagementReceived> record, CountedEngagement from, CountedEngagement to) {
        var isPost = from.withheld() == EngagementOutcome.POST || to.withheld() == EngagementOutcome.POST;
        if (!isPost && from.uptake().equals(to.uptake())) {
            return;
        }
        for (var message : from.uptake().messages()) {
            send(record, message, negated(from, message));
        }
        send(record, to);
    }

    private static PostActivity negated(CountedEngagement from, String message) {
        var at = from.uptake().at();
        var post = from.withheld() == EngagementOutcome.POST
                ? new BrandPost(message, null, at, List.of(), from.entry().promotional())
                : null;
        return new PostActivity(post, at, from.entry().day(), false, null).negated();
    }

    private void send(Record<String, EngagementReceived> record, CountedUptake uptake, PostActivity activity) {
        uptake.messages().forEach(message -> send(record, message, activity));
    }

    private void send(Record<String, EngagementReceived> record, String message, PostActivity activity) {
        var handle = HandleKey.of(record.key());
        var key = handle.brand().key(handle.channel(), message);
        output.accept(new Record<>(key, activity, record.timestamp()));
    }
}
