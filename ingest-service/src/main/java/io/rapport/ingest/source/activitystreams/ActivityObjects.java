package io.rapport.ingest.source.activitystreams;

import io.rapport.ingest.source.payload.PayloadNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads values that ActivityStreams writes as an address, an object, or a list of either. */
final class ActivityObjects {

    private ActivityObjects() {}

    static List<String> types(PayloadNode object) {
        return object.at("type").elementsOrSelf().stream()
                .map(PayloadNode::requiredText)
                .toList();
    }

    /** The address of the first value: itself, its id, its target if it is a link, or its page; null if it has none. */
    static @Nullable String address(PayloadNode value) {
        return value.elementsOrSelf().stream()
                .map(each -> each.isObject() ? addressOfObject(each) : each.text())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** All addresses of a value. */
    static List<String> addresses(PayloadNode value) {
        return value.elementsOrSelf().stream()
                .map(each -> each.isObject() ? addressOfObject(each) : each.text())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The first value as an object; absent if it is an address. */
    static PayloadNode object(PayloadNode value) {
        return value.elementsOrSelf().stream()
                .filter(PayloadNode::isObject)
                .findFirst()
                .orElseGet(value::none);
    }

    private static @Nullable String addressOfObject(PayloadNode object) {
        var id = object.firstOf("id", "href").text();
        return id != null ? id : address(object.at("url"));
    }
}
