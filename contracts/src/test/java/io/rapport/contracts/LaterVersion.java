package io.rapport.contracts;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonAppend;
import tools.jackson.databind.cfg.ContextAttributes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writers of versions to come. */
final class LaterVersion {

    private LaterVersion() {}

    /** One that knows a field more, {@code notYetKnown}, in every object. */
    static JsonMapper withAnotherField() {
        return WireFormat.mapper()
                .addMixIn(Record.class, WithAnotherField.class)
                .defaultAttributes(ContextAttributes.getEmpty().withSharedAttribute("notYetKnown", Map.of("a", 1)))
                .build();
    }

    /** One that has other words for every value of every enum. */
    static JsonMapper withEnumsAs(Function<Enum<?>, String> words) {
        var module = new SimpleModule();
        module.addSerializer(Enum.class, new EnumWriter(words, JsonGenerator::writeString));
        module.addKeySerializer(Enum.class, new EnumWriter(words, JsonGenerator::writeName));
        return WireFormat.mapper().addModule(module).build();
    }

    @JsonAppend(attrs = @JsonAppend.Attr("notYetKnown"))
    private interface WithAnotherField {}

    private interface Write {
        JsonGenerator write(JsonGenerator to, String text);
    }

    @SuppressWarnings("rawtypes")
    private static final class EnumWriter extends ValueSerializer<Enum> {

        private final Function<Enum<?>, String> words;
        private final Write write;

        EnumWriter(Function<Enum<?>, String> words, Write write) {
            this.words = words;
            this.write = write;
        }

        @Override
        public void serialize(Enum value, JsonGenerator to, SerializationContext context) {
            write.write(to, words.apply((Enum<?>) value));
        }
    }
}
