package io.rapport.scoring.topology.brand;

import io.rapport.scoring.topology.stage.Pace;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Adds up previews; once a second, publishes them, and how far people have been scored anew. */
final class PreviewProcessor implements Processor<String, PreviewPart, String, Object> {

    private BrandPreviews previews;

    @SuppressWarnings("NullAway.Init")
    PreviewProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        var brands = new Brands(context);
        var rescoring = new Rescoring(context, brands);
        previews = new BrandPreviews(context, brands);
        Pace.every(
                Duration.ofMillis(Pace.REST),
                context,
                now -> brands.keys().forEach(brand -> {
                    rescoring.publish(brand, now);
                    previews.publish(brand, now);
                }));
    }

    @Override
    public void process(Record<String, PreviewPart> record) {
        previews.take(record.key(), record.value());
    }
}
