package io.rapport.ingest.domain.engagement;

import io.rapport.ingest.domain.text.CellCleaner;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The paths of the fields of an engagement, as the columns of a file name them. */
public final class EngagementFieldPaths {

    private static final Set<String> PATHS = new LinkedHashSet<>(List.of(
            "source",
            "sourceId",
            "occurredAt",
            "channel",
            "kind",
            "direction",
            "agency",
            "brand",
            "revision",
            "withdrawn",
            "mentions",
            "actor.id",
            "actor.name",
            "actor.displayName",
            "actor.url",
            "actor.bio",
            "actor.location",
            "actor.followers",
            "actor.bot",
            "actor.email",
            "actor.emailHash",
            "actor.phone",
            "actor.phoneHash",
            "actor.relMe",
            "actor.webFinger",
            "staff.id",
            "staff.name",
            "object.id",
            "object.inReplyTo",
            "object.shareOf",
            "object.conversation",
            "object.url",
            "object.parent",
            "content.text",
            "content.language",
            "content.topics",
            "content.promotional",
            "content.paid",
            "content.rating",
            "value.amount",
            "value.currency",
            "value.minutes",
            "value.keyword",
            "value.orderId",
            "value.referredBy",
            "value.visits"));

    private EngagementFieldPaths() {}

    /** Whether a cell is the path of a field, exactly as written. */
    public static boolean isPath(String cell) {
        return PATHS.contains(cell.strip());
    }

    /** All paths, in the order of the documentation. */
    public static Set<String> all() {
        return Collections.unmodifiableSet(PATHS);
    }

    /** What the cells of a field hold. */
    public static CellCleaner.Content content(String path) {
        return switch (path) {
            case "content.text", "actor.bio" -> CellCleaner.Content.MESSAGE;
            case "actor.name",
                    "actor.displayName",
                    "actor.location",
                    "staff.name",
                    "content.topics",
                    "value.keyword",
                    "value.referredBy" -> CellCleaner.Content.TEXT;
            default -> CellCleaner.Content.CODE;
        };
    }
}
