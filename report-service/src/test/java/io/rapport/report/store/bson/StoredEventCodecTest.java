package io.rapport.report.store.bson;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.content.ContentMeasured;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.messaging.json.JsonSerde;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.bson.types.Binary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoredEventCodecTest {

    private static final Path GOLDEN = Path.of("../contracts/src/test/resources/golden/v1");
    private static final Map<String, Class<?>> STORED = Map.of(
            "score.relationship", RelationshipScoreChanged.class,
            "score.brand", BrandScoreChanged.class,
            "sentiment.spread", SentimentSpreadChanged.class,
            "content.resonance", ContentMeasured.class,
            "identity.person", PersonDescribed.class,
            "identity.assigned", HandleAssigned.class,
            "client.listed", ClientListed.class);

    static Stream<Arguments> samples() {
        return STORED.entrySet().stream().flatMap(entry -> {
            try (var files = Files.list(GOLDEN.resolve(entry.getKey()))) {
                return files.map(file -> Arguments.of(entry.getValue(), file)).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    <T> void restoresWhatItStores(Class<T> type, Path sample) throws IOException {
        var codec = new StoredEventCodec<>(type);
        var serde = new JsonSerde<>(type);
        var event = serde.read(Files.readAllBytes(sample));

        var stored = codec.encode(event);

        assertThat(codec.decode(stored)).isEqualTo(event);
        assertThat(stored.length()).isLessThan(serde.write(event).length);
    }

    @ParameterizedTest
    @MethodSource("samples")
    <T> void restoresWhatEarlierBuildsStored(Class<T> type, Path sample) throws IOException {
        var json = Files.readAllBytes(sample);

        assertThat(new StoredEventCodec<>(type).decode(deflated(json))).isEqualTo(new JsonSerde<>(type).read(json));
    }

    private static Binary deflated(byte[] json) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(json);
        }
        return new Binary(bytes.toByteArray());
    }
}
