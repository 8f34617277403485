package io.rapport.ingest.source.activitystreams;

import io.rapport.ingest.source.payload.PayloadNode;
import java.net.URI;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Validates a document by the rules of ActivityStreams 2.0 that a reader relies on. */
final class DocumentValidator {

    private static final Set<String> CONTEXTS = Set.of(
            "https://www.w3.org/ns/activitystreams",
            "https://www.w3.org/ns/activitystreams#",
            "http://www.w3.org/ns/activitystreams",
            "http://www.w3.org/ns/activitystreams#");
    private static final List<String> TEXTS = List.of("name", "summary", "content");
    private static final List<String> OBJECTS = List.of(
            "actor",
            "object",
            "target",
            "origin",
            "result",
            "instrument",
            "attributedTo",
            "inReplyTo",
            "to",
            "cc",
            "bto",
            "bcc",
            "audience",
            "items",
            "orderedItems",
            "tag",
            "attachment");
    private static final Set<String> PAGES = Set.of("CollectionPage", "OrderedCollectionPage", "Link");

    private DocumentValidator() {}

    static void validate(PayloadNode document) {
        document.requireObject();
        validateContext(document.at("@context"));
        validateObject(document);
    }

    private static void validateContext(PayloadNode context) {
        if (!context.isPresent()) {
            return;
        }
        var isKnown = false;
        for (var part : context.elementsOrSelf()) {
            if (!part.isObject()) {
                isKnown |= CONTEXTS.contains(part.requiredText());
            }
        }
        if (!isKnown) {
            throw context.wrong("has to contain https://www.w3.org/ns/activitystreams");
        }
    }

    private static void validateObject(PayloadNode object) {
        object.at("id").text();
        object.at("type").elementsOrSelf().forEach(PayloadNode::requiredText);
        for (var name : TEXTS) {
            object.at(name).text();
            validateLanguages(object.at(name + "Map"));
        }
        object.at("url").elementsOrSelf().forEach(DocumentValidator::validateAddress);
        validateCollection(object);
        for (var name : OBJECTS) {
            object.at(name).elementsOrSelf().forEach(DocumentValidator::validateReference);
        }
    }

    private static void validateReference(PayloadNode reference) {
        if (reference.isObject()) {
            validateObject(reference);
        } else if (reference.isPresent()) {
            reference.text();
        }
    }

    private static void validateLanguages(PayloadNode texts) {
        if (!texts.isPresent()) {
            return;
        }
        texts.requireObject();
        for (var language : texts.names()) {
            texts.at(language).text();
            try {
                new Locale.Builder().setLanguageTag(language);
            } catch (IllformedLocaleException e) {
                throw texts.at(language).wrong("has to be named by a language tag of RFC 5646");
            }
        }
    }

    private static void validateAddress(PayloadNode url) {
        if (!url.isPresent()) {
            return;
        }
        var address = url.isObject() ? url.at("href") : url;
        if (!url.isObject() && !isAbsolute(address.requiredText())) {
            throw address.wrong("has to be an absolute address");
        }
    }

    private static boolean isAbsolute(String address) {
        try {
            return URI.create(address.strip()).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void validateCollection(PayloadNode object) {
        var types = ActivityObjects.types(object);
        if (types.contains("OrderedCollection") && object.at("items").isPresent()) {
            throw object.at("items").wrong("has to be orderedItems in an OrderedCollection");
        }
        if (types.contains("Collection") && object.at("orderedItems").isPresent()) {
            throw object.at("orderedItems").wrong("has to be items in a Collection");
        }
        for (var name : List.of("first", "last", "next", "prev", "current")) {
            var page = object.at(name);
            if (page.isObject() && ActivityObjects.types(page).stream().noneMatch(PAGES::contains)) {
                throw page.wrong("has to be a page of a collection");
            }
            if (page.isPresent() && !page.isObject()) {
                page.text();
            }
        }
    }
}
