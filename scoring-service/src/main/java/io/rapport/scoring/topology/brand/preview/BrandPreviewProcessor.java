package io.rapport.scoring.topology.brand.preview;

import io.rapport.scoring.topology.brand.state.BrandStateStore;

import io.rapport.scoring.topology.support.WallClockSchedule;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Adds up previews; once a second, publishes them, and how far people have been scored anew. */
public final class BrandPreviewProcessor implements Processor<String, PreviewPart, String, Object> {

    private PreviewPublisher previews;

    @SuppressWarnings("NullAway.Init")
    public BrandPreviewProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        var brands = new BrandStateStore(context);
        var rescoring = new RescoringPublisher(context, brands);
        previews = new PreviewPublisher(context, brands);
        WallClockSchedule.schedule(
                Duration.ofMillis(WallClockSchedule.MIN_INTERVAL_MILLIS),
                context,
                now -> brands.keys().forEach(brand -> {
                    rescoring.publish(brand, now);
                    previews.publish(brand, now);
                }));
    }

    @Override
    public void process(Record<String, PreviewPart> record) {
        previews.add(record.key(), record.value());
    }
}
