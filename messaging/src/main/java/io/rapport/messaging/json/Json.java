package io.rapport.messaging.json;

import java.time.Instant;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.cbor.CBORWriteFeature;

/**
 * The JSON format of all events and APIs, and its binary form: fields in record order, instants as ISO 8601 in UTC, unknown fields
 * ignored.
 */
public final class Json {

    /** The maximum nesting depth of any input. */
    public static final int MAX_DEPTH = 64;

    /** The maximum length of a string in any input, in characters. */
    public static final int MAX_STRING = 4 << 20;

    /** The maximum number of tokens, which are values, names and brackets, in the body of a request. */
    public static final int MAX_REQUEST_TOKENS = 100_000;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(MAX_STRING)
            .maxNumberLength(64)
            .maxNameLength(1024)
            .build();
    private static final JsonMapper MAPPER = mapper(LIMITS);
    private static final JsonMapper REQUEST_MAPPER =
            mapper(LIMITS.rebuild().maxTokenCount(MAX_REQUEST_TOKENS).build());
    private static final CBORMapper BINARY_MAPPER = binary();

    private Json() {}

    /** The shared mapper. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** As {@link #mapper()}, for bodies of requests that are read at once: with {@link #MAX_REQUEST_TOKENS}. */
    public static JsonMapper requestMapper() {
        return REQUEST_MAPPER;
    }

    /**
     * The same as CBOR (RFC 8949), for what only the service itself reads. A string that occurs again is stored once, and a double that is
     * exact as a float takes its space.
     */
    public static CBORMapper binaryMapper() {
        return BINARY_MAPPER;
    }

    private static JsonMapper mapper(StreamReadConstraints limits) {
        return configured(JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits)
                        // Same output, several times faster: the JDK 17 conversion takes most of the time of an event.
                        .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                        .build()))
                .build();
    }

    private static CBORMapper binary() {
        return configured(CBORMapper.builder(CBORFactory.builder()
                        .streamReadConstraints(LIMITS)
                        .enable(CBORWriteFeature.STRINGREF, CBORWriteFeature.WRITE_MINIMAL_DOUBLES)
                        .build()))
                .build();
    }

    private static <B extends MapperBuilder<?, B>> B configured(B builder) {
        return builder.addModule(new SimpleModule().addDeserializer(Instant.class, new IsoInstantDeserializer()))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);
    }
}
