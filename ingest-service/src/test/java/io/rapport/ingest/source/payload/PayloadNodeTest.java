package io.rapport.ingest.source.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PayloadNodeTest {

    private static PayloadNode parse(String json) {
        return PayloadNode.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsMissingIsNamedByItsPointer() {
        var entries = parse("{'entry': [{'a/b': {'c~d': {}}}]}").at("entry").elements();

        assertThatThrownBy(() -> entries.get(0).at("a/b", "c~d", "id").requiredText())
                .isInstanceOfSatisfying(
                        PayloadShapeException.class, e -> assertThat(e.path()).isEqualTo("/entry/0/a~1b/c~0d/id"));
    }

    @Test
    void aValueOfAnotherTypeIsRefusedAndNotConverted() {
        var node = parse("{'text': 5, 'list': {}, 'object': 'x', 'flag': 'maybe', 'number': 'many', 'time': 'today'}");

        assertThatThrownBy(() -> node.at("text").text()).isInstanceOf(PayloadShapeException.class);
        assertThatThrownBy(() -> node.at("list").elements()).isInstanceOf(PayloadShapeException.class);
        assertThatThrownBy(() -> node.at("object", "id")).isInstanceOf(PayloadShapeException.class);
        assertThatThrownBy(() -> node.at("flag").flag()).isInstanceOf(PayloadShapeException.class);
        assertThatThrownBy(() -> node.at("number").number()).isInstanceOf(PayloadShapeException.class);
        assertThatThrownBy(() -> node.at("time").time()).isInstanceOf(PayloadShapeException.class);
    }

    @Test
    void idsAreTextOrWholeNumbers() {
        var node = parse("{'text': '17', 'number': 17841452691600098123, 'fraction': 1.5}");

        assertThat(node.at("text").id()).isEqualTo("17");
        assertThat(node.at("number").id()).isEqualTo("17841452691600098123");
        assertThatThrownBy(() -> node.at("fraction").id()).isInstanceOf(PayloadShapeException.class);
    }

    @Test
    void timesSince1970AreToldApartByTheirSize() {
        var node = parse(
                "{'s': 1767225600, 'ms': '1767225600123', 'us': 1767225600123456, 'part': 1767225600.5, 'no': '1e300'}");

        assertThat(node.at("s").epoch()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(node.at("ms").epoch()).isEqualTo(Instant.parse("2026-01-01T00:00:00.123Z"));
        assertThat(node.at("us").epoch()).isEqualTo(Instant.parse("2026-01-01T00:00:00.123Z"));
        assertThat(node.at("part").epoch()).isEqualTo(Instant.parse("2026-01-01T00:00:00.5Z"));
        assertThatThrownBy(() -> node.at("no").epoch()).isInstanceOf(PayloadShapeException.class);
    }

    @Test
    void flagsAreAlsoSentAsText() {
        var node = parse("{'a': true, 'b': 'true', 'c': 'false', 'd': 0}");

        assertThat(node.at("a").flag()).isTrue();
        assertThat(node.at("b").flag()).isTrue();
        assertThat(node.at("c").flag()).isFalse();
        assertThat(node.at("d").flag()).isFalse();
        assertThat(node.at("e").flag()).isFalse();
    }

    @Test
    void nullAndBlankCountAsAbsent() {
        var node = parse("{'a': null, 'b': '  '}");

        assertThat(node.at("a").isPresent()).isFalse();
        assertThat(node.at("a").text()).isNull();
        assertThat(node.at("b").text()).isNull();
        assertThatThrownBy(() -> node.at("b").requiredText()).isInstanceOf(PayloadShapeException.class);
    }

    @Test
    void whatIsNotOneJsonValueIsRefused() {
        for (var body : new String[] {"", "<html></html>", "{", "{} {}", "{'a': 1e999999999999", "nul"}) {
            assertThatThrownBy(() -> parse(body)).as(body).isInstanceOf(PayloadShapeException.class);
        }
        assertThatThrownBy(() -> PayloadNode.parse(new byte[] {'"', (byte) 0xC6, 'i', '"'}))
                .isInstanceOf(PayloadShapeException.class);
    }

    @Test
    void aMessageNeverShowsTheTextOfAPayload() {
        assertThatThrownBy(() ->
                        parse("{'number': 'ann@example.com'}").at("number").number())
                .hasMessageNotContaining("ann");
    }
}
